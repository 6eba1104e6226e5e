using System.Collections.Concurrent;

namespace Nabla.Data;

/// <summary>Another set, read and mapped on threads of its own, ahead of the step.</summary>
internal sealed class PrefetchDataset : Dataset
{
    private readonly ConcurrentDictionary<(bool IsTraining, long Seed), CompiledFunction> _functions = [];
    private readonly ConcurrentDictionary<(bool IsTraining, long Seed, int Size), ConcurrentBag<Replay>> _idle = [];

    public PrefetchDataset(Dataset source, int workers, int ahead)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        if (source.WorksAhead)
        {
            throw new ArgumentException("The set is read ahead already; call Prefetch once, with more workers.");
        }

        (Source, Workers, Ahead) = (source, workers, ahead);
        Spec = CachedDataset.TransformedSpec(source, CallContext.Training(Tensor.Scalar(0, DType.Int64)));
    }

    public Dataset Source { get; }

    public int Workers { get; }

    public int Ahead { get; }

    public override int Count => Source.Count;

    public override ExampleSpec Spec { get; }

    internal override int Maps => Source.Maps;

    internal override bool WorksAhead => true;

    // Outside of an epoch there is nothing to be ahead of, and no step whose number random maps could use.
    public override Batch Read(ReadOnlySpan<int> examples) => Source.ReadTransformed(examples);

    internal override BatchFeed OpenSource(EpochPlan plan) => new PrefetchFeed(this, plan);

    /// <summary>A program that maps a batch; inputs are the stored columns and the number of the batch.</summary>
    public Replay Rent(EpochPlan plan, int size)
    {
        if (_idle.TryGetValue((plan.IsTraining, plan.Seed, size), out ConcurrentBag<Replay>? idle)
            && idle.TryTake(out Replay? program))
        {
            return program;
        }

        return _functions.GetOrAdd((plan.IsTraining, plan.Seed), key => new CompiledFunction(inputs =>
        {
            Batch batch = Source.Spec.Assemble([.. inputs.SkipLast(1)]);
            CallContext context = key.IsTraining ? CallContext.Training(inputs[^1], key.Seed) : CallContext.Inference;
            return [.. (Source.Transform?.Invoke(batch, context) ?? batch).Columns];
        })).Bind([.. Source.Spec.Batch(size), new TensorSpec(DType.Int64, Shape.Scalar)]);
    }

    public void Return(EpochPlan plan, int size, Replay program) =>
        _idle.GetOrAdd((plan.IsTraining, plan.Seed, size), _ => []).Add(program);
}
