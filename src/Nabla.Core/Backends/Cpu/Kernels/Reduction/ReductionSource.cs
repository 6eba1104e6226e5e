using Nabla.Backends.Cpu.Programs;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>
/// What a stage of a reduction reads: elements in memory, or the values of a program, made piece by piece.
/// </summary>
internal sealed unsafe class ReductionSource
{
    private readonly int _slot;
    private readonly long _offset;
    private readonly long[] _steps;
    private readonly long[] _extents;

    /// <summary>Elements in memory.</summary>
    /// <param name="nest">The loops, whose first operand is the elements; the last axis has stride 1.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="offset">The byte at which the first element lies in the slot.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    public ReductionSource(LoopNest nest, int slot, long offset, int elementBytes)
    {
        (_slot, _offset) = (slot, offset);
        _extents = nest.Extents;
        _steps = [.. nest.Strides[0].Select(stride => stride * elementBytes)];
    }

    /// <summary>Values of a program, whose result is the memory that is handed over.</summary>
    public ReductionSource(LoopNest nest, ProgramTiles producer)
    {
        Producer = producer;
        _extents = nest.Extents;
        _steps = [];
    }

    /// <summary>Makes the values; null where they lie in memory.</summary>
    public ProgramTiles? Producer { get; }

    /// <summary>The bytes that one step of an axis skips.</summary>
    public nint StepOf(int axis) => (nint)_steps[axis];

    /// <summary>The address of an element in memory.</summary>
    /// <param name="slots">The addresses of the program's slots.</param>
    /// <param name="position">
    /// The row-major position in the axes other than the last and <paramref name="skipped"/>.
    /// </param>
    /// <param name="skipped">An axis whose coordinate is 0.</param>
    public byte* Address(nint* slots, long position, int skipped)
    {
        byte* address = (byte*)slots[_slot] + _offset;
        for (int axis = _extents.Length - 2; axis >= 0 && position > 0; axis--)
        {
            if (axis != skipped)
            {
                (position, long coordinate) = Math.DivRem(position, _extents[axis]);
                address += coordinate * _steps[axis];
            }
        }

        return address;
    }
}
