namespace Nabla.Data;

/// <summary>The examples of one set and then those of another.</summary>
internal sealed class DatasetConcatenation : Dataset
{
    private readonly Dataset _first;
    private readonly Dataset _second;

    public DatasetConcatenation(Dataset first, Dataset second)
    {
        ArgumentNullException.ThrowIfNull(second);
        RefuseAhead(first, "Concat");
        RefuseAhead(second, "Concat");
        if (first.Spec != second.Spec || first.Transform != second.Transform)
        {
            throw new ShapeMismatchException(
                $"Sets to be joined have examples of one kind, but got {first.Spec} and {second.Spec}"
                + (first.Spec == second.Spec ? ", mapped by different functions" : "")
                + "; join them before they are mapped, or Cache both.",
                first.InputSpec.Shape, second.InputSpec.Shape);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            (long)first.Count + second.Count, Array.MaxLength, nameof(second));
        (_first, _second) = (first, second);
    }

    public override int Count => _first.Count + _second.Count;

    public override ExampleSpec Spec => _first.Spec;

    public override BatchTransform? Transform => _first.Transform;

    internal override int Maps => _first.Maps;

    public override Batch Read(ReadOnlySpan<int> examples)
    {
        // Read from each set at once, then brought back into the order asked for.
        int[] order = examples.ToArray();
        int[] inFirst = [.. order.Where(example => example < _first.Count)];
        int[] inSecond = [.. order.Where(example => example >= _first.Count).Select(example => example - _first.Count)];
        if (inSecond.Length == 0 || inFirst.Length == 0)
        {
            return inSecond.Length == 0 ? _first.Read(inFirst) : _second.Read(inSecond);
        }

        int next = 0, nextInSecond = inFirst.Length;
        Tensor places = Tensor.From([.. order.Select(example => example < _first.Count ? next++ : nextInSecond++)]);
        Batch first = _first.Read(inFirst), second = _second.Read(inSecond);
        return Spec.Assemble(
            [.. first.Columns.Zip(second.Columns, (a, b) => Tensor.Concat([a, b]).Gather(places))]);
    }
}
