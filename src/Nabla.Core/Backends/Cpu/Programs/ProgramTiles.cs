using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>A program bound to operands: runs any rectangle of rows and columns of its iteration space.</summary>
/// <remarks>
/// The last two axes of the loops are rows and columns, the ones before them outer. Operands that the tile function
/// cannot read where they
/// lie (columns apart, generated) are first gathered into tiles on the stack. One operand may be memory that the caller
/// hands over: the block
/// of a product, or the tile that a reduction consumes.
/// </remarks>
internal sealed unsafe class ProgramTiles
{
    private const int TileElements = 2048;
    private const int TileColumns = 256;
    private const int TransposedColumns = 64;
    private const int Alignment = 64;

    private readonly TileFunction _function;
    private readonly TileFunction? _streaming;
    private readonly TileBinding[] _bindings;
    private readonly int[] _slots;
    private readonly long[] _offsets;
    private readonly long[] _rowSteps;
    private readonly long[] _columnSteps;
    private readonly long[] _outerExtents;
    private readonly long[] _outerSteps;
    private readonly int _external = -1;
    private readonly int[] _copied;
    private readonly bool _transposes;

    // Pinned for the life of this object; the tile function reads it where it lies.
    private readonly nint[] _strides;

    /// <summary>Binds a program.</summary>
    /// <param name="program">What to compute.</param>
    /// <param name="nest">
    /// The loops, at least rows and columns; its operands are those of <paramref name="bindings"/> in order.
    /// </param>
    /// <param name="bindings">The operands: inputs that are no constants, then outputs.</param>
    /// <param name="table">The instructions for operations.</param>
    /// <param name="streams">Whether results bypass the caches where they are aligned.</param>
    public ProgramTiles(
        ElementwiseProgram program, LoopNest nest, TileBinding[] bindings, ElementwiseTable table, bool streams = false)
    {
        _bindings = bindings;
        Rows = nest.Extents[^2];
        Columns = nest.Extents[^1];
        _outerExtents = nest.Extents[..^2];
        OuterCount = _outerExtents.Aggregate(1L, (count, extent) => count * extent);
        _slots = new int[bindings.Length];
        _offsets = new long[bindings.Length];
        _rowSteps = new long[bindings.Length];
        _columnSteps = new long[bindings.Length];
        _outerSteps = new long[bindings.Length * _outerExtents.Length];
        _strides = GC.AllocateArray<nint>(bindings.Length, pinned: true);
        var broadcasts = new List<bool>();
        var copied = new List<int>();
        for (int i = 0; i < bindings.Length; i++)
        {
            long[] steps = [.. nest.Strides[i].Select(stride => stride * bindings[i].DType.Size)];
            if (bindings[i].Operand is { } operand)
            {
                _slots[i] = operand.Slot;
                _offsets[i] = operand.Layout.Offset * operand.DType.Size;
            }
            else
            {
                _external = i;
            }

            steps[..^2].CopyTo(_outerSteps, i * _outerExtents.Length);
            _rowSteps[i] = steps[^2];
            _columnSteps[i] = steps[^1];
            _strides[i] = (nint)steps[^2];
            bool isBroadcast = steps[^1] == 0 && Columns > 1 && bindings[i].Generator is null;
            if (bindings[i].Generator is not null
                || (!isBroadcast && Columns > 1 && steps[^1] != bindings[i].DType.Size))
            {
                copied.Add(i);
                _transposes |= bindings[i].Generator is null && Math.Abs(steps[^2]) < Math.Abs(steps[^1]);
            }

            broadcasts.Add(isBroadcast);
        }

        _copied = [.. copied];
        bool[] modes = [.. broadcasts.Take(bindings.Length - program.Outputs.Count)];
        _function = TileFunctions.Get(program, modes, table);
        _streaming = streams ? TileFunctions.Get(program, modes, table, streams: true) : null;
    }

    public long Rows { get; }

    public long Columns { get; }

    public long OuterCount { get; }

    /// <summary>Whether an operand lies across the rows, so that tiles should be high.</summary>
    public bool Transposes => _transposes;

    /// <summary>Says that all of the iteration space is about to be computed.</summary>
    public void Begin()
    {
        _function.Begin(_copied.Length == 0 ? Columns : Math.Min(Columns, CopiedColumns), OuterCount * Rows * Columns);
        _streaming?.Begin(Columns, long.MaxValue);
    }

    private int CopiedColumns => _transposes ? TransposedColumns : TileColumns;

    /// <summary>Computes one rectangle.</summary>
    /// <param name="slots">The addresses of the program's slots.</param>
    /// <param name="outer">The position in the outer axes, row-major.</param>
    /// <param name="row">The first row.</param>
    /// <param name="column">The first column.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="external">The memory that is handed over, for the rectangle alone.</param>
    /// <param name="externalStride">The bytes between its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(
        nint* slots, long outer, long row, long column, nint rows, nint columns,
        byte* external = null, nint externalStride = 0)
    {
        byte** pointers = stackalloc byte*[_bindings.Length];
        for (int i = 0; i < _slots.Length; i++)
        {
            pointers[i] = (byte*)slots[_slots[i]] + _offsets[i] + (row * _rowSteps[i]) + (column * _columnSteps[i]);
        }

        if (_outerExtents.Length > 0 && outer > 0)
        {
            AddOuter(pointers, outer);
        }

        nint* strides = (nint*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_strides));
        if (_external >= 0)
        {
            nint* own = stackalloc nint[_bindings.Length];
            new Span<nint>(strides, _bindings.Length).CopyTo(new Span<nint>(own, _bindings.Length));
            strides = own;
            pointers[_external] = external;
            strides[_external] = externalStride;
        }

        if (_copied.Length == 0)
        {
            FunctionFor(pointers).Run(pointers, strides, rows, columns);
        }
        else
        {
            RunCopied(slots, pointers, strides, (((outer * Rows) + row) * Columns) + column, rows, columns);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunCopied(nint* slots, byte** pointers, nint* strides, long position, nint rows, nint columns)
    {
        int tileBytes = TileElements * sizeof(long);
        byte* memory = stackalloc byte[(_copied.Length * tileBytes) + Alignment];
        memory = (byte*)(((nint)memory + Alignment - 1) / Alignment * Alignment);
        byte** tilePointers = stackalloc byte*[_bindings.Length];
        nint* tileStrides = stackalloc nint[_bindings.Length];
        nint width = Math.Min(columns, CopiedColumns);
        nint height = Math.Max(TileElements / Math.Max(width, 1), 1);
        for (nint row = 0; row < rows; row += height)
        {
            nint tileRows = Math.Min(height, rows - row);
            for (nint column = 0; column < columns; column += width)
            {
                nint tileColumns = Math.Min(width, columns - column);
                for (int i = 0; i < _bindings.Length; i++)
                {
                    tilePointers[i] = pointers[i] + (row * strides[i]) + (column * (nint)_columnSteps[i]);
                    tileStrides[i] = strides[i];
                }

                byte* tile = memory;
                foreach (int i in _copied)
                {
                    Fill(i, slots, tilePointers[i], tile, position + (row * Columns) + column, tileRows, tileColumns);
                    tilePointers[i] = tile;
                    tileStrides[i] = tileColumns * _bindings[i].DType.Size;
                    tile += tileBytes;
                }

                _function.Run(tilePointers, tileStrides, tileRows, tileColumns);
            }
        }
    }

    private void Fill(int operand, nint* slots, byte* source, byte* tile, long position, nint rows, nint columns)
    {
        TileBinding binding = _bindings[operand];
        int size = binding.DType.Size;
        if (binding.Generator is not { } generator)
        {
            Gather.Run(size, source, (nint)_rowSteps[operand], (nint)_columnSteps[operand], tile, rows, columns);
            return;
        }

        long counter = *(long*)(slots[_slots[operand]] + (nint)_offsets[operand]);
        if (columns == Columns)
        {
            // Whole rows follow each other.
            (rows, columns) = (1, rows * columns);
        }

        for (nint row = 0; row < rows; row++)
        {
            generator.Fill(counter, position + (row * Columns), tile + (row * columns * size), (int)columns);
        }
    }

    private TileFunction FunctionFor(byte** pointers)
    {
        if (_streaming is null)
        {
            return _function;
        }

        nint bits = 0;
        for (int i = 0; i < _bindings.Length; i++)
        {
            bits |= (nint)pointers[i];
        }

        return bits % Alignment == 0 ? _streaming : _function;
    }

    private void AddOuter(byte** pointers, long outer)
    {
        for (int axis = _outerExtents.Length - 1; axis >= 0; axis--)
        {
            (outer, long coordinate) = Math.DivRem(outer, _outerExtents[axis]);
            for (int i = 0; i < _bindings.Length; i++)
            {
                pointers[i] += coordinate * _outerSteps[(i * _outerExtents.Length) + axis];
            }
        }
    }
}
