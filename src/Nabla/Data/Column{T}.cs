namespace Nabla.Data;

/// <summary>The examples of a column, one after another in an array.</summary>
internal sealed class Column<T>(T[] elements, int count, Shape shape)
    : Column(count, new TensorSpec(DTypes.Of<T>(), shape))
    where T : unmanaged
{
    private readonly int _length = (int)shape.ElementCount;

    public override void Load(ReadOnlySpan<int> examples, Replay program, int input) =>
        Gather(examples, program.Input<T>(input));

    public override Tensor Batch(ReadOnlySpan<int> examples)
    {
        var batch = new T[examples.Length * (long)_length];
        Gather(examples, batch);
        return Tensor.From<T>(batch, Spec.Shape.Insert(0, examples.Length));
    }

    private void Gather(ReadOnlySpan<int> examples, Span<T> destination)
    {
        if (_length == 1)
        {
            for (int i = 0; i < examples.Length; i++)
            {
                destination[i] = elements[examples[i]];
            }

            return;
        }

        foreach (int example in examples)
        {
            elements.AsSpan(example * _length, _length).CopyTo(destination);
            destination = destination[_length..];
        }
    }
}
