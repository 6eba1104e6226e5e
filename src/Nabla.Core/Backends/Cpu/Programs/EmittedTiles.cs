using System.Diagnostics.CodeAnalysis;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Runs a program as machine code made for it: one loop over whole vectors, and one for what is left of each row.</summary>
/// <remarks>Both are made when first needed; most programs need one of them.</remarks>
[RequiresDynamicCode("Emits code at run time; where that cannot be, InterpretedTiles runs the same programs.")]
internal sealed unsafe class EmittedTiles(TileCode code, LaneSet lanes, bool streams) : TileFunction
{
    private readonly Lock _lock = new();
    private volatile TileMethod? _vectors;
    private volatile TileMethod? _rest;

    public override void Run(byte** pointers, nint* strides, nint rows, nint columns)
    {
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

    public override void Prepare(long columns)
    {
        if (columns >= lanes.Count)
        {
            _ = _vectors ?? Vectors();
        }

        if (columns % lanes.Count != 0)
        {
            _ = _rest ?? Rest();
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
