using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Movement;

/// <summary>Fills the result, then puts each row of the input where it belongs; elements are moved as bits.</summary>
internal sealed unsafe class PadKernel<TBits> : Kernel
    where TBits : unmanaged
{
    private readonly int _x;
    private readonly int _y;
    private readonly TBits _fill;
    private readonly int _total;
    private readonly int _columns;
    private readonly nint _step;
    private readonly nint[] _rowOffsets;

    public PadKernel(CallPlan plan, TBits fill)
    {
        var op = (PadOp)plan.Op;
        Shape source = plan.Inputs[0].Layout.Shape, padded = plan.Outputs[0].Layout.Shape;
        (_x, _y, _fill) = (plan.Inputs[0].Slot, plan.Outputs[0].Slot, fill);
        _total = checked((int)padded.ElementCount);
        Layout interior = op.Interior(source, padded);
        _columns = source.Rank == 0 ? 1 : checked((int)source[-1]);
        _step = source.Rank == 0 ? 1 : (nint)interior.Strides[source.Rank - 1];
        _rowOffsets = RowOffsets(interior, _columns);
    }

    public override void Run(nint* slots)
    {
        TBits* x = (TBits*)slots[_x], y = (TBits*)slots[_y];
        new Span<TBits>(y, _total).Fill(_fill);
        foreach (nint offset in _rowOffsets)
        {
            if (_step == 1)
            {
                new ReadOnlySpan<TBits>(x, _columns).CopyTo(new Span<TBits>(y + offset, _columns));
            }
            else
            {
                for (nint i = 0; i < _columns; i++)
                {
                    y[offset + (i * _step)] = x[i];
                }
            }

            x += _columns;
        }
    }

    private static nint[] RowOffsets(Layout interior, int columns)
    {
        var offsets = new nint[columns == 0 ? 0 : interior.Shape.ElementCount / columns];
        for (int row = 0; row < offsets.Length; row++)
        {
            long rest = row, offset = interior.Offset;
            for (int axis = interior.Shape.Rank - 2; axis >= 0; axis--)
            {
                (rest, long place) = Math.DivRem(rest, interior.Shape[axis]);
                offset += place * interior.Strides[axis];
            }

            offsets[row] = (nint)offset;
        }

        return offsets;
    }
}
