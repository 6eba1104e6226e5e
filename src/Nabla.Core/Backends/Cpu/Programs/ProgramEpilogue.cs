using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Runs a fused program on each block of a product while it is in cache.</summary>
internal sealed unsafe class ProgramEpilogue : BlockEpilogue
{
    private readonly ProgramTiles _tiles;
    private readonly int _elementBytes;
    private readonly bool _isColumn;

    public ProgramEpilogue(ElementwisePlan plan, int given, CpuKernelTable table)
    {
        Shape shape = plan.Shape;
        _elementBytes = plan.Program.TypeOf(given).Size;

        // A product of one column comes in blocks of rows that lie one after another: to the program, a row.
        _isColumn = shape[1] == 1;
        Shape space = _isColumn ? [1, shape[0]] : shape;
        TileBinding[] bindings = TileBindings.Of(plan, table, given);
        LoopNest nest = LoopNest.Exactly(space, [.. bindings.Select(binding => StridesOf(binding, space))]);
        _tiles = new ProgramTiles(plan.Program, nest, bindings, table.Elementwise);
    }

    /// <summary>Says that a product is about to run.</summary>
    public void Begin() => _tiles.Begin();

    public override void Apply(
        nint* slots, byte* block, long blockStride, long row, long column, int rows, int columns, int worker)
    {
        if (_isColumn)
        {
            _tiles.Run(slots, 0, 0, row, 1, rows, block, rows * _elementBytes);
        }
        else
        {
            _tiles.Run(slots, 0, row, column, rows, columns, block, (nint)blockStride * _elementBytes);
        }
    }

    private Axes<long> StridesOf(TileBinding binding, Shape space) =>
        _isColumn && binding is { Operand: { } operand, Generator: null }
            ? [0, operand.Layout.Strides[0]]
            : TileBindings.StridesOf(binding, space);
}
