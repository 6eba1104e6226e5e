namespace Nabla.Data;

/// <summary>Another set, with a function more between its examples and the model.</summary>
internal sealed class MappedDataset : Dataset
{
    private readonly Dataset _source;

    public MappedDataset(Dataset source, BatchTransform transform)
    {
        _source = source;
        Transform = source.Transform is { } before
            ? (batch, context) => transform(before(batch, context), context)
            : transform;
    }

    public override int Count => _source.Count;

    public override ExampleSpec Spec => _source.Spec;

    public override BatchTransform Transform { get; }

    public override Batch Read(ReadOnlySpan<int> examples) => _source.Read(examples);

    public override void Load(ReadOnlySpan<int> examples, Replay program) => _source.Load(examples, program);

    internal override int Maps => _source.Maps + 1;

    internal override bool WorksAhead => _source.WorksAhead;

    internal override BatchFeed OpenSource(EpochPlan plan) => _source.OpenSource(plan);
}
