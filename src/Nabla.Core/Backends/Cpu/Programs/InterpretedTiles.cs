using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Runs a program instruction by instruction over register tiles that stay in the first-level cache.</summary>
/// <remarks>
/// For platforms without run-time code; to the same bits as <see cref="EmittedTiles"/>, because it runs the same
/// bodies.
/// </remarks>
internal sealed unsafe class InterpretedTiles : TileFunction
{
    // Long enough to hide the call of a loop, short enough for a dozen live registers in 48 KB.
    private const int TileBytes = 2048;
    private const int Alignment = 64;
    private const int NoTile = -1;

    private readonly TileCode _code;
    private readonly LaneSet _lanes;
    private readonly Step[] _steps;
    private readonly Transfer[] _loads;
    private readonly Transfer[] _stores;
    private readonly (int Tile, long Bits)[] _constants;
    private readonly int _tiles;

    public InterpretedTiles(TileCode code, LaneSet lanes)
    {
        (_code, _lanes) = (code, lanes);
        int[] tileOf = AssignTiles(code, out _tiles);
        _steps = [.. code.Instructions.Select(instruction => StepOf(instruction, tileOf))];
        _loads = [.. code.Loads.Select(load => LoadOf(load, tileOf))];
        _stores = [.. code.Stores.Select(store => StoreOf(store, tileOf))];
        _constants = [.. code.Constants.Select(constant => (tileOf[constant.Register], constant.Bits))];
    }

    private int Capacity => TileBytes / _lanes.LaneBytes;

    public override void Begin(long columns, long elements)
    {
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte** pointers, nint* strides, nint rows, nint columns)
    {
        byte* memory = stackalloc byte[(_tiles * TileBytes) + Alignment];
        memory = (byte*)(((nint)memory + Alignment - 1) / Alignment * Alignment);
        byte** tiles = stackalloc byte*[_tiles + 1];
        for (int tile = 0; tile < _tiles; tile++)
        {
            tiles[tile] = memory + (tile * TileBytes);
        }

        // Behind the last tile, the start of the memory: tiles that were read in place find their own again.
        tiles[_tiles] = memory;
        FillConstants(memory);
        nint width = Math.Min(columns, Capacity);
        nint pitch = (width + _lanes.Count - 1) / _lanes.Count * _lanes.Count;
        nint height = Math.Max(Capacity / Math.Max(pitch, 1), 1);
        for (nint row = 0; row < rows; row += height)
        {
            for (nint column = 0; column < columns; column += width)
            {
                RunTile(
                    tiles, pointers, strides, row, column,
                    Math.Min(height, rows - row), Math.Min(width, columns - column));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunTile(byte** tiles, byte** pointers, nint* strides, nint row, nint column, nint rows, nint columns)
    {
        nint pitch = (columns + _lanes.Count - 1) / _lanes.Count * _lanes.Count;
        bool isWhole = rows == 1 && columns == pitch;
        for (int i = 0; i < _loads.Length; i++)
        {
            ref Transfer load = ref _loads[i];
            byte* source = pointers[i] + (row * strides[i]) + (column * load.ElementBytes);
            if (load.IsReadInPlace && isWhole)
            {
                tiles[load.Tile] = source;
            }
            else
            {
                tiles[load.Tile] = tiles[_tiles] + (load.Tile * TileBytes);
                load.Run(source, strides[i], tiles[load.Tile], rows, columns, pitch);
            }
        }

        nint count = rows * pitch;
        foreach (ref Step step in _steps.AsSpan())
        {
            step.Run(tiles[step.X], tiles[step.Y], tiles[step.Z], tiles[step.Result], count);
        }

        for (int i = 0; i < _stores.Length; i++)
        {
            ref Transfer store = ref _stores[i];
            int operand = _loads.Length + i;
            byte* target = pointers[operand] + (row * strides[operand]) + (column * store.ElementBytes);
            store.Run(target, strides[operand], tiles[store.Tile], rows, columns, pitch);
        }
    }

    private void FillConstants(byte* memory)
    {
        foreach ((int tile, long bits) in _constants)
        {
            if (_lanes.LaneBytes == sizeof(int))
            {
                new Span<int>(memory + (tile * TileBytes), TileBytes / sizeof(int)).Fill((int)bits);
            }
            else
            {
                new Span<long>(memory + (tile * TileBytes), TileBytes / sizeof(long)).Fill(bits);
            }
        }
    }

    private Step StepOf(TileInstruction instruction, int[] tileOf)
    {
        int[] arguments = [.. instruction.Arguments.Select(register => tileOf[register])];
        return new Step
        {
            Run = _lanes.Loop(instruction.Operation, instruction.Kind),
            X = arguments[0],
            Y = arguments.Length > 1 ? arguments[1] : 0,
            Z = arguments.Length > 2 ? arguments[2] : 0,
            Result = tileOf[instruction.Result],
        };
    }

    private Transfer LoadOf(TileOperand load, int[] tileOf)
    {
        IEnumerable<int> stored = _code.Stores.Select(store => store.Register);
        LaneTransfer transfer = _lanes.Transfer(load.DType, _code.Registers[load.Register]);
        return new Transfer
        {
            Run = load.IsBroadcast ? transfer.BroadcastRows : transfer.LoadRows,
            Tile = tileOf[load.Register],
            ElementBytes = load.IsBroadcast ? 0 : load.DType.Size,
            IsReadInPlace = !load.IsBroadcast && load.DType.Size == _lanes.LaneBytes && !stored.Contains(load.Register),
        };
    }

    private Transfer StoreOf(TileOperand store, int[] tileOf) => new()
    {
        Run = _lanes.Transfer(store.DType, _code.Registers[store.Register]).StoreRows,
        Tile = tileOf[store.Register],
        ElementBytes = store.DType.Size,
    };

    /// <summary>
    /// Gives registers tiles; one whose register has been read for the last time serves again, unless it may be memory
    /// of others.
    /// </summary>
    private static int[] AssignTiles(TileCode code, out int tiles)
    {
        var lastUse = new int[code.Registers.Count];
        for (int i = 0; i < code.Instructions.Count; i++)
        {
            foreach (int register in code.Instructions[i].Arguments)
            {
                lastUse[register] = i;
            }
        }

        foreach (int register in code.Stores.Select(store => store.Register)
            .Concat(code.Constants.Select(constant => constant.Register)))
        {
            lastUse[register] = int.MaxValue;
        }

        int[] tileOf = [.. Enumerable.Repeat(NoTile, lastUse.Length)];
        var inputs = code.Loads.Select(load => load.Register).ToHashSet();
        var free = new Stack<int>();
        int used = 0;
        foreach (int register in code.Loads.Select(load => load.Register)
            .Concat(code.Constants.Select(constant => constant.Register)))
        {
            tileOf[register] = used++;
        }

        for (int i = 0; i < code.Instructions.Count; i++)
        {
            TileInstruction instruction = code.Instructions[i];
            foreach (int register in instruction.Arguments.Distinct())
            {
                if (lastUse[register] == i && !inputs.Contains(register))
                {
                    free.Push(tileOf[register]);
                }
            }

            tileOf[instruction.Result] = free.TryPop(out int tile) ? tile : used++;
        }

        tiles = used;
        return tileOf;
    }

    private struct Step
    {
        public delegate*<byte*, byte*, byte*, byte*, nint, void> Run;
        public int X;
        public int Y;
        public int Z;
        public int Result;
    }

    private struct Transfer
    {
        public delegate*<byte*, nint, byte*, nint, nint, nint, void> Run;
        public int Tile;
        public int ElementBytes;

        /// <summary>
        /// Whether elements are lanes already. What is stored is copied first, for outputs may overwrite inputs.
        /// </summary>
        public bool IsReadInPlace;
    }
}
