using System.Buffers;

namespace Nabla;

/// <summary>Some examples of another set.</summary>
internal sealed class DatasetSelection : Dataset
{
    private readonly Dataset _source;
    private readonly int[] _examples;

    public DatasetSelection(Dataset source, int[] examples)
    {
        _source = source;
        _examples = examples;
        Transform = source.Transform;
    }

    public override int Count => _examples.Length;

    public override TensorSpec InputSpec => _source.InputSpec;

    public override TensorSpec TargetSpec => _source.TargetSpec;

    public override void Load(ReadOnlySpan<int> examples, Replay program)
    {
        int[] buffer = ArrayPool<int>.Shared.Rent(examples.Length);
        _source.Load(InSource(examples, buffer), program);
        ArrayPool<int>.Shared.Return(buffer);
    }

    public override (Tensor Inputs, Tensor Targets) Batch(ReadOnlySpan<int> examples) =>
        _source.Batch(InSource(examples, new int[examples.Length]));

    private ReadOnlySpan<int> InSource(ReadOnlySpan<int> examples, int[] buffer)
    {
        for (int i = 0; i < examples.Length; i++)
        {
            buffer[i] = _examples[examples[i]];
        }

        return buffer.AsSpan(0, examples.Length);
    }
}
