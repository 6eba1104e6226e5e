namespace Nabla.Data;

/// <summary>
/// The batches of an epoch, made by several threads: batch <c>i</c> by thread <c>i mod n</c>, so that the order does
/// not depend on who is faster.
/// </summary>
internal sealed class PrefetchFeed : PlannedFeed
{
    private readonly PrefetchDataset _data;
    private readonly PrefetchWorker[] _workers;
    private PrefetchSlot? _current;

    public PrefetchFeed(PrefetchDataset data, EpochPlan plan)
        : base(data.Spec, plan)
    {
        _data = data;
        int count = Math.Min(data.Workers, Math.Max(plan.BatchCount - plan.FirstBatch, 1));
        _workers =
        [
            .. Enumerable.Range(0, count).Select(i => new PrefetchWorker(data, plan, plan.FirstBatch + i, count)),
        ];
    }

    private PrefetchWorker Worker => _workers[(Position - Plan.FirstBatch) % _workers.Length];

    public override void Load(Replay program)
    {
        Replay source = Current().Program!;
        for (int i = 0; i < source.Program.Outputs.Count; i++)
        {
            ProgramInput.Copy(source, i, program, i);
        }
    }

    public override Batch Read()
    {
        Replay source = Current().Program!;
        return _data.Spec.Assemble(
            [.. Enumerable.Range(0, source.Program.Outputs.Count).Select(i => ProgramInput.Keep(source, i))]);
    }

    public override void Advance()
    {
        if (_current is not null)
        {
            Worker.Free();
            _current = null;
        }

        base.Advance();
    }

    public override void Dispose()
    {
        foreach (PrefetchWorker worker in _workers)
        {
            worker.Stop();
        }

        foreach (PrefetchWorker worker in _workers)
        {
            worker.Dispose();
        }
    }

    private PrefetchSlot Current()
    {
        _current ??= Worker.Next();
        _current.Failure?.Throw();
        return _current;
    }
}
