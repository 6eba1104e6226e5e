namespace Nabla.Data;

/// <summary>Stretches of a series: runs of consecutive examples of another set.</summary>
internal sealed class WindowDataset : Dataset
{
    private readonly Dataset _source;
    private readonly int _length;
    private readonly int _stride;
    private readonly int _offset;

    public WindowDataset(Dataset source, int length, int stride, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        RefuseAhead(source, "Window");
        int reach = checked(length + offset);
        if (reach > source.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), length,
                $"A stretch of {length} with its target {offset} later needs {reach} examples where the series has "
                + $"{source.Count}.");
        }

        if (source.Transform is not null)
        {
            throw new ArgumentException(
                "Cut a series into stretches before it is mapped, or Cache it.", nameof(source));
        }

        (_source, _length, _stride, _offset) = (source, length, stride, offset);
        Count = ((source.Count - reach) / stride) + 1;
        Spec = new ExampleSpec(
            [.. source.Spec.Inputs.Select(input => input with { Shape = input.Shape.Insert(0, length) })],
            source.Spec.Targets,
            source.Spec.Weight);
    }

    public override int Count { get; }

    public override ExampleSpec Spec { get; }

    public override Batch Read(ReadOnlySpan<int> examples)
    {
        var steps = new int[examples.Length * _length];
        var ends = new int[examples.Length];
        for (int i = 0; i < examples.Length; i++)
        {
            int start = examples[i] * _stride;
            for (int j = 0; j < _length; j++)
            {
                steps[(i * _length) + j] = start + j;
            }

            ends[i] = start + _length - 1 + _offset;
        }

        int count = examples.Length;
        Batch last = _source.Read(ends);
        Tensor[] inputs =
        [
            .. _source.Read(steps).Inputs.Zip(Spec.Inputs, (input, spec) => input.Reshape(spec.Shape.Insert(0, count))),
        ];
        return new Batch(inputs, last.Targets, last.Weights);
    }
}
