using System.Runtime.ExceptionServices;

namespace Nabla.Data;

/// <summary>A thread that makes every n-th batch of an epoch, a few ahead of the one who uses them.</summary>
internal sealed class PrefetchWorker : IDisposable
{
    private readonly PrefetchDataset _data;
    private readonly EpochPlan _plan;
    private readonly int _first;
    private readonly int _stride;
    private readonly PrefetchSlot[] _slots;
    private readonly SemaphoreSlim _free;
    private readonly SemaphoreSlim _ready = new(0);
    private readonly Thread _thread;
    private volatile bool _isStopping;
    private int _next;

    public PrefetchWorker(PrefetchDataset data, EpochPlan plan, int first, int stride)
    {
        (_data, _plan, _first, _stride) = (data, plan, first, stride);
        _slots = [.. Enumerable.Range(0, data.Ahead).Select(_ => new PrefetchSlot())];
        _free = new SemaphoreSlim(data.Ahead);
        _thread = new Thread(Work) { IsBackground = true, Name = "Nabla prefetch" };
        _thread.Start();
    }

    /// <summary>The next batch; waits until it is made.</summary>
    public PrefetchSlot Next()
    {
        _ready.Wait();
        return _slots[_next];
    }

    /// <summary>Gives the place of the batch back.</summary>
    public void Free()
    {
        _next = (_next + 1) % _slots.Length;
        _free.Release();
    }

    /// <summary>Asks the thread to end.</summary>
    public void Stop()
    {
        _isStopping = true;
        _free.Release();
    }

    /// <summary>Waits for the thread and gives its programs back.</summary>
    public void Dispose()
    {
        _thread.Join();
        foreach (PrefetchSlot slot in _slots)
        {
            GiveBack(slot);
        }

        _free.Dispose();
        _ready.Dispose();
    }

    private void Work()
    {
        int place = 0;
        for (int batch = _first; batch < _plan.BatchCount; batch += _stride)
        {
            _free.Wait();
            if (_isStopping)
            {
                return;
            }

            PrefetchSlot slot = _slots[place];
            place = (place + 1) % _slots.Length;
            try
            {
                Make(batch, slot);
            }
            catch (Exception exception)
            {
                // It belongs to the one who asks for the batch.
                slot.Failure = ExceptionDispatchInfo.Capture(exception);
                _ready.Release();
                return;
            }

            _ready.Release();
        }
    }

    private void Make(int batch, PrefetchSlot slot)
    {
        ReadOnlySpan<int> examples = _plan.Examples(batch);
        if (slot.Size != examples.Length)
        {
            GiveBack(slot);
            slot.Program = _data.Rent(_plan, examples.Length);
            slot.Size = examples.Length;
        }

        Replay program = slot.Program!;
        _data.Source.Load(examples, program);
        program.Input<long>(program.Program.Inputs.Count - 1)[0] = _plan.FirstNumber + batch;
        program.Run();
    }

    private void GiveBack(PrefetchSlot slot)
    {
        if (slot.Program is not null && slot.Failure is null)
        {
            _data.Return(_plan, slot.Size, slot.Program);
        }

        (slot.Program, slot.Size) = (null, 0);
    }
}
