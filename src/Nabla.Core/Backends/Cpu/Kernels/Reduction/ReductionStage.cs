using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>Folds one axis, whole or in segments, into contiguous memory that has the segments in its place.</summary>
internal abstract unsafe class ReductionStage : ParallelWork
{
    private int _resultSlot;
    private long _units;
    private long _unitsOfChunk;
    private bool _isShared;
    private bool _wakes;

    /// <summary>Into how many parts the axis is cut, by its extent alone.</summary>
    public abstract long Segments { get; }

    /// <summary>The byte of the slot at which the results begin.</summary>
    public long ResultOffset { get; private set; }

    /// <summary>Says where the results go, once at construction: the slot, and the byte at which they begin.</summary>
    public void SendTo(int slot, long offset) => (_resultSlot, ResultOffset) = (slot, offset);

    public void Run(nint* slots, WorkerTeam team)
    {
        int chunks = checked((int)((_units + _unitsOfChunk - 1) / _unitsOfChunk));
        if (_isShared)
        {
            team.Run(this, slots, chunks, _wakes);
            return;
        }

        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Run(slots, chunk, 0);
        }
    }

    public sealed override void Run(nint* slots, int chunk, int worker)
    {
        long first = chunk * _unitsOfChunk;
        RunUnits(slots, first, Math.Min(_units, first + _unitsOfChunk), (byte*)slots[_resultSlot] + ResultOffset);
    }

    /// <summary>Says how much work there is, once at construction.</summary>
    protected void Plan(long units, WorkEstimate estimate, long elementsOfUnit)
    {
        _units = units;
        _isShared = estimate.IsShared;
        _wakes = estimate.Wakes;
        _unitsOfChunk = _isShared
            ? Math.Max(estimate.ElementsOfChunk / Math.Max(elementsOfUnit, 1), 1)
            : Math.Max(units, 1);
    }

    /// <summary>Folds units from one (inclusive) to another (exclusive).</summary>
    protected abstract void RunUnits(nint* slots, long first, long end, byte* result);
}
