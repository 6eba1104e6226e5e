namespace Nabla;

public abstract partial class Model
{
    private Tuple<int, CompiledFunction>? _predict;

    // Of two threads that make one at once, either wins; they are equal.
    private CompiledFunction Prediction => _predict is { } known && known.Item1 == Revision
        ? known.Item2
        : (_predict = Tuple.Create(
            Revision, new CompiledFunction(inputs => Apply(inputs, CallContext.Inference)))).Item2;

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
        return InputShape == inputs.Shape
            ? Predict([inputs.ExpandAxis(0)], batchSize)[0].Squeeze(0)
            : Predict([inputs], batchSize)[0];
    }

    /// <summary>What a model of several inputs or results gives for a batch.</summary>
    /// <param name="inputs">Each [batch, …].</param>
    /// <param name="batchSize">How many examples are computed at once: it bounds memory.</param>
    /// <returns>Each [batch, …]; computed already.</returns>
    /// <exception cref="ShapeMismatchException">The inputs do not fit the model.</exception>
    public IReadOnlyList<Tensor> Predict(IReadOnlyList<Tensor> inputs, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        foreach (Tensor input in inputs)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        }

        if (inputs.Count == 0 || inputs[0].Rank == 0 || inputs[0].Shape[0] <= batchSize)
        {
            return Prediction.Invoke(inputs);
        }

        var parts = new List<Tensor[]>();
        for (long start = 0; start < inputs[0].Shape[0]; start += batchSize)
        {
            Range range = (int)start..(int)Math.Min(start + batchSize, inputs[0].Shape[0]);
            parts.Add(Prediction.Invoke([.. inputs.Select(input => input.Slice(0, range))]));
        }

        Tensor[] results =
            [.. Enumerable.Range(0, parts[0].Length).Select(i => Tensor.Concat([.. parts.Select(part => part[i])]))];
        Tensor.Evaluate(results);
        return results;
    }
}
