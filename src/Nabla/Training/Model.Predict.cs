namespace Nabla;

public abstract partial class Model
{
    private Tuple<int, CompiledFunction>? _predict;

    // Of two threads that make one at once, either wins; they are equal.
    private CompiledFunction Prediction => _predict is { } known && known.Item1 == Revision
        ? known.Item2
        : (_predict = Tuple.Create(
            Revision, new CompiledFunction(inputs => [Apply(inputs[0], CallContext.Inference)]))).Item2;

    /// <summary>What the model gives for a batch of inputs, or for one.</summary>
    /// <remarks>
    /// Compiled once for each signature; any number of threads may predict at once, as long as none trains.
    /// </remarks>
    /// <param name="inputs">[batch, …], or one example of <see cref="InputShape"/>.</param>
    /// <param name="batchSize">
    /// How many examples are computed at once: it bounds memory. Results of other batch sizes may differ in their last
    /// bits.
    /// </param>
    /// <returns>[batch, …], or without the batch axis for one example; computed already.</returns>
    /// <exception cref="ShapeMismatchException">The inputs do not fit the model.</exception>
    public Tensor Predict(Tensor inputs, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (InputShape == inputs.Shape)
        {
            return Prediction.Invoke(inputs.ExpandAxis(0))[0].Squeeze(0);
        }

        if (inputs.Rank == 0 || inputs.Shape[0] <= batchSize)
        {
            return Prediction.Invoke(inputs)[0];
        }

        var parts = new List<Tensor>();
        for (long start = 0; start < inputs.Shape[0]; start += batchSize)
        {
            int end = (int)Math.Min(start + batchSize, inputs.Shape[0]);
            parts.Add(Prediction.Invoke(inputs.Slice(0, (int)start..end))[0]);
        }

        return Tensor.Concat(parts).Evaluate();
    }
}
