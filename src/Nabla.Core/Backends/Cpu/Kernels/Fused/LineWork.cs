using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Lines of a tensor shared out to the team when that pays; the pieces depend on shapes only.</summary>
internal abstract unsafe class LineWork : ParallelWork
{
    private readonly WorkerTeam _team;
    private readonly WorkEstimate _estimate;
    private readonly long _lines;
    private readonly long _linesOfChunk;

    /// <summary>Plans the pieces.</summary>
    /// <param name="team">The threads.</param>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="elementsOfLine">How many elements each has.</param>
    /// <param name="elementBytes">Bytes of an element.</param>
    /// <param name="cyclesOfVector">Roughly the cycles that one vector of elements takes.</param>
    protected LineWork(WorkerTeam team, long lines, long elementsOfLine, int elementBytes, double cyclesOfVector)
    {
        const int LinesInLanes = 16;
        _team = team;
        _lines = lines;
        _estimate = WorkEstimate.Of(lines * elementsOfLine, elementBytes, cyclesOfVector);
        long wanted = Math.Max(_estimate.ElementsOfChunk / Math.Max(elementsOfLine, 1), 1);
        _linesOfChunk = wanted < LinesInLanes ? wanted : wanted / LinesInLanes * LinesInLanes;
    }

    public void Run(nint* slots)
    {
        if (_estimate.IsShared)
        {
            _team.Run(this, slots, checked((int)((_lines + _linesOfChunk - 1) / _linesOfChunk)), _estimate.Wakes);
        }
        else if (_lines > 0)
        {
            Run(slots, 0, (nint)_lines);
        }
    }

    public sealed override void Run(nint* slots, int chunk, int worker)
    {
        long start = chunk * _linesOfChunk;
        Run(slots, (nint)start, (nint)Math.Min(_linesOfChunk, _lines - start));
    }

    /// <summary>Runs some of the lines.</summary>
    protected abstract void Run(nint* slots, nint start, nint count);
}
