namespace Nabla;

/// <summary>A layer that joins two values or more into one.</summary>
public abstract class MergeLayer : Layer
{
    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context) => Call([x], context)[0];

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count >= 2
            ? [Merge(inputs)]
            : throw new ArgumentException(
                $"{Subject} joins two values or more but got {inputs.Count}; put it on all of them, as in "
                + $"new {GetType().Name}().On(a, b).", nameof(inputs));
    }

    /// <summary>The value that the inputs come to.</summary>
    /// <param name="inputs">Two or more; the first axis of each is the batch.</param>
    protected abstract Tensor Merge(IReadOnlyList<Tensor> inputs);
}
