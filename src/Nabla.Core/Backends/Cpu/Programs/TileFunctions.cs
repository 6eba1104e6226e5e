using System.Runtime.CompilerServices;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Makes the code of programs, and remembers it: equal programs over operands that are read alike share it.
/// </summary>
internal static class TileFunctions
{
    /// <summary>The switch that keeps code from being emitted, as platforms without run-time code do.</summary>
    public const string InterpretSwitch = "Nabla.InterpretElementwisePrograms";

    private const int CacheCapacity = 1024;

    private static readonly BoundedCache<
        (ElementwiseProgram, Axes<bool>, LaneSet, bool Streams, bool Interprets), TileFunction> s_cache =
            new(CacheCapacity);

    private static bool Interprets => AppContext.TryGetSwitch(InterpretSwitch, out bool isOn) && isOn;

    /// <summary>The code of a program.</summary>
    /// <param name="program">What to compute.</param>
    /// <param name="broadcasts">
    /// For each input that is no constant, in order, whether one element serves a whole row.
    /// </param>
    /// <param name="table">The instructions for operations.</param>
    /// <param name="streams">Whether results bypass the caches; outputs are then aligned to the register.</param>
    /// <param name="lanes">The registers; null for the widest in force.</param>
    public static TileFunction Get(
        ElementwiseProgram program, bool[] broadcasts, ElementwiseTable table,
        bool streams = false, LaneSet? lanes = null)
    {
        lanes ??= LaneSet.For(TileCodeBuilder.LaneBytesOf(program));
        return s_cache.GetOrAdd(
            (program, broadcasts, lanes, streams, Interprets),
            () => Make(TileCodeBuilder.Build(program, broadcasts, table), lanes, streams));
    }

    private static TileFunction Make(TileCode code, LaneSet lanes, bool streams)
    {
        if (DebugLog.Level >= DebugLog.Code)
        {
            DebugLog.Write(code.ToString());
        }

        return RuntimeFeature.IsDynamicCodeSupported && !Interprets
            ? new EmittedTiles(code, lanes, streams)
            : new InterpretedTiles(code, lanes);
    }
}
