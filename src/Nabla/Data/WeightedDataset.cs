namespace Nabla.Data;

/// <summary>Another set, with a weight for each example.</summary>
internal sealed class WeightedDataset : Dataset
{
    private readonly Dataset _source;
    private readonly Column<float> _weights;

    public WeightedDataset(Dataset source, Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        RefuseAhead(source, "WithWeights");
        if (weights.Shape != [source.Count])
        {
            throw new ShapeMismatchException(
                $"A set of {source.Count} examples takes weights [{source.Count}] but got {weights.Shape}.",
                weights.Shape);
        }

        float[] values = weights.Cast(DType.Float32).ToArray<float>();
        if (Array.FindIndex(values, value => !(value >= 0 && float.IsFinite(value))) is >= 0 and int bad)
        {
            throw new ArgumentOutOfRangeException(
                nameof(weights), values[bad], $"The weight of example {bad} is not a finite number of 0 or more.");
        }

        if (source.Spec.Weight is not null)
        {
            throw new ArgumentException("The set has weights already; multiply both before.", nameof(weights));
        }

        _source = source;
        _weights = new Column<float>(values, source.Count, []);
        Spec = new ExampleSpec(source.Spec.Inputs, source.Spec.Targets, _weights.Spec);
    }

    public override int Count => _source.Count;

    public override ExampleSpec Spec { get; }

    public override BatchTransform? Transform => _source.Transform;

    internal override int Maps => _source.Maps;

    public override Batch Read(ReadOnlySpan<int> examples) =>
        _source.Read(examples).WithWeights(_weights.Batch(examples));

    public override void Load(ReadOnlySpan<int> examples, Replay program)
    {
        _source.Load(examples, program);
        _weights.Load(examples, program, Spec.Columns.Count - 1);
    }
}
