using System.Diagnostics.CodeAnalysis;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Runs a program as machine code made for it: one loop over whole vectors, and one for what is left of each row.
/// </summary>
/// <remarks>
/// Making it takes the JIT milliseconds, a thousand times longer than many programs run, so the first runs of small
/// programs are interpreted:
/// a tensor that is evaluated once costs no code. The bits are the same, so nobody can tell.
/// </remarks>
[RequiresDynamicCode("Emits code at run time; where that cannot be, InterpretedTiles runs the same programs.")]
internal sealed unsafe class EmittedTiles(TileCode code, LaneSet lanes, bool streams) : TileFunction
{
    private const int InterpretedRuns = 2;
    private const long ManyElements = 1 << 18;

    private readonly InterpretedTiles _interpreter = new(code, lanes);
    private readonly Lock _lock = new();
    private int _runs;
    private volatile bool _isEmitted;
    private volatile TileMethod? _vectors;
    private volatile TileMethod? _rest;

    public override void Begin(long columns, long elements)
    {
        if (!_isEmitted && (Interlocked.Increment(ref _runs) > InterpretedRuns || elements >= ManyElements))
        {
            Emit(columns);
        }
    }

    /// <summary>Makes the code that rows of so many columns need, at once.</summary>
    public void Emit(long columns)
    {
        if (columns >= lanes.Count)
        {
            _ = _vectors ?? Vectors();
        }

        if (columns % lanes.Count != 0)
        {
            _ = _rest ?? Rest();
        }

        _isEmitted = true;
    }

    public override void Run(byte** pointers, nint* strides, nint rows, nint columns)
    {
        if (!_isEmitted)
        {
            _interpreter.Run(pointers, strides, rows, columns);
            return;
        }

        nint rest = columns % lanes.Count;
        if (columns != rest)
        {
            (_vectors ?? Vectors())(pointers, strides, rows, 0, columns - rest);
        }

        if (rest != 0)
        {
            (_rest ?? Rest())(pointers, strides, rows, columns - rest, rest);
        }
    }

    private TileMethod Vectors()
    {
        lock (_lock)
        {
            return _vectors ??= Make(isRest: false);
        }
    }

    private TileMethod Rest()
    {
        lock (_lock)
        {
            return _rest ??= Make(isRest: true);
        }
    }

    private TileMethod Make(bool isRest)
    {
        TileMethod method = new TileEmitter(code, lanes, isRest, streams && !isRest).Emit();

        // The JIT runs at the first call; no rows keep it from touching what the pointers point to.
        nint* nowhere = stackalloc nint[code.OperandCount];
        method((byte**)nowhere, nowhere, 0, 0, 0);
        return method;
    }
}
