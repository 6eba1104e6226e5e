namespace Nabla.Data;

/// <summary>Reads each batch when it is asked for.</summary>
internal sealed class DirectFeed(Dataset data, EpochPlan plan) : PlannedFeed(data.Spec, plan)
{
    public override void Load(Replay program) => data.Load(Examples, program);

    public override Batch Read() => data.Read(Examples);

    public override void Dispose()
    {
    }
}
