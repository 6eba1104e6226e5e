using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Which taps of a row the results along a line meet: all of them, except near the borders.</summary>
internal sealed class ConvColumns
{
    private readonly PatchAxis _axis;

    public ConvColumns(PatchAxis axis)
    {
        _axis = axis;
        Taps = axis.Offsets.Length;
        TapStep = Taps > 1 ? axis.Offsets[1] - axis.Offsets[0] : 1;
        WeightStep = Taps > 1 ? axis.Taps[1] - axis.Taps[0] : 1;
        if (Taps > 0)
        {
            First = axis.Offsets[0];
            FirstWeight = axis.Taps[0];
            long room = axis.Source - 1 - axis.Offsets[^1];
            InnerStart = Math.Clamp((int)Ceiling(-(long)First, axis.Step), 0, axis.Grid);
            long end = room < 0 ? 0 : (room / axis.Step) + 1;
            InnerEnd = (int)Math.Clamp(end, InnerStart, axis.Grid);
        }
        else
        {
            InnerEnd = axis.Grid;
        }

        Slides = Taps == 3 && TapStep == axis.Step && InnerStart < InnerEnd;
    }

    /// <summary>The number of results.</summary>
    public int Count => _axis.Grid;

    /// <summary>How far apart neighbouring results are in the source.</summary>
    public int Step => _axis.Step;

    /// <summary>The number of taps in a row; zero where a stride is larger than the kernel.</summary>
    public int Taps { get; }

    /// <summary>How far apart neighbouring taps are in the source: offsets are an arithmetic progression.</summary>
    public int TapStep { get; }

    /// <summary>How far apart neighbouring taps are in the kernel.</summary>
    public int WeightStep { get; }

    /// <summary>Where the first result meets its first tap.</summary>
    public int First { get; }

    /// <summary>The first tap in the kernel.</summary>
    public int FirstWeight { get; }

    /// <summary>The first result that meets every tap.</summary>
    public int InnerStart { get; }

    /// <summary>Behind the last result that meets every tap.</summary>
    public int InnerEnd { get; }

    /// <summary>Whether three taps meet what their neighbours' taps meet.</summary>
    public bool Slides { get; }

    /// <summary>The taps that a result meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Start, int End) TapsOf(int column)
    {
        int start = 0, end = Taps;
        long at = (long)column * Step;
        while (start < end && at + _axis.Offsets[start] < 0)
        {
            start++;
        }

        while (end > start && at + _axis.Offsets[end - 1] >= _axis.Source)
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>The results of a phase that lie within some columns of the line.</summary>
    /// <param name="column">The first column, a multiple of the number of phases.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="phase">Which phase this is.</param>
    /// <param name="phases">How many phases there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Start, int End) Within(int column, int columns, int phase, int phases) => (
        column / phases, Math.Min((column + columns - phase + phases - 1) / phases, Count));

    private static long Ceiling(long value, long divisor) => value <= 0 ? 0 : (value + divisor - 1) / divisor;
}
