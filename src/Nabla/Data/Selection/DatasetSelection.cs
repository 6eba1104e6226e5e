using System.Buffers;

namespace Nabla.Data;

/// <summary>Some examples of another set.</summary>
internal sealed class DatasetSelection(Dataset source, int[] examples) : Dataset
{
    public override int Count => examples.Length;

    public override ExampleSpec Spec => source.Spec;

    public override BatchTransform? Transform => source.Transform;

    public override void Load(ReadOnlySpan<int> numbers, Replay program)
    {
        int[] buffer = ArrayPool<int>.Shared.Rent(numbers.Length);
        source.Load(InSource(numbers, buffer), program);
        ArrayPool<int>.Shared.Return(buffer);
    }

    public override Batch Read(ReadOnlySpan<int> numbers) =>
        source.Read(InSource(numbers, new int[numbers.Length]));

    internal override int Maps => source.Maps;

    internal override bool WorksAhead => source.WorksAhead;

    // The order of an epoch passes through, so that a source that works ahead still does.
    internal override BatchFeed OpenSource(EpochPlan plan) =>
        source.OpenSource(plan with { Order = Array.ConvertAll(plan.Order, number => examples[number]) });

    private ReadOnlySpan<int> InSource(ReadOnlySpan<int> numbers, int[] buffer)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            buffer[i] = examples[numbers[i]];
        }

        return buffer.AsSpan(0, numbers.Length);
    }
}
