namespace Nabla;

/// <summary>A mean of the weights that training passes, often a better model than the last weights.</summary>
/// <remarks>
/// <para>
/// Computes <c>a ← (1 − share) · a + share · p</c> after each update, in the pass of the update. An average of your own
/// states its share in <see cref="ShareOf"/>, a pure function of the number of the update.
/// </para>
/// <para>
/// Only parameters are averaged. Running means of batch normalisation stay those of the last weights; let the model see
/// some examples in training mode, with the averages in use, where that matters.
/// </para>
/// </remarks>
/// <example><code>
/// using (average.Use())
/// {
///     model.Save("averaged.nabla");
/// }
/// </code></example>
[ComponentFamily("average")]
public abstract class WeightAverage
{
    private readonly Dictionary<Variable, Variable> _averages = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of updates seen so far, an int64 scalar.</summary>
    public Variable Updates { get; } = new("average.updates", Tensor.Scalar(0, DType.Int64));

    /// <summary>
    /// Everything that is kept between steps, for checkpoints. Averages are named after their parameter, as in
    /// <c>0.weight.average</c>, and exist since <see cref="Prepare"/> or the first step.
    /// </summary>
    public IReadOnlyList<Variable> State => [Updates, .. _averages.Values];

    /// <summary>Whether the averages are in the parameters now, and the weights of training in the averages.</summary>
    public bool IsSwapped { get; private set; }

    /// <summary>
    /// Creates the averages before a step is traced, so that a checkpoint can fill them. The average of a parameter
    /// that joins later, as when a layer is trained again, begins with the value that it has.
    /// </summary>
    /// <param name="parameters">The parameters; those that were prepared before keep their average.</param>
    public void Prepare(IReadOnlyList<Variable> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (Variable parameter in parameters.Where(parameter => !_averages.ContainsKey(parameter)))
        {
            Add(parameter, parameter.Value);
        }
    }

    /// <summary>Takes the weights in; called while a step is traced, after the optimizer.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="InvalidOperationException">The averages are in the parameters.</exception>
    public void Apply(IReadOnlyList<Variable> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
        {
            throw new ArgumentException(
                "There are no parameters to average; pass those of a model that is built.", nameof(parameters));
        }

        if (IsSwapped)
        {
            throw new InvalidOperationException(
                "The averages are in the parameters, where a step would train them; swap back first.");
        }

        // The first update takes no part of what was before; values cannot be read while a step is traced.
        foreach (Variable parameter in parameters.Where(parameter => !_averages.ContainsKey(parameter)))
        {
            Add(parameter, Tensor.Full(parameter.Shape, 0.0, parameter.DType));
        }

        Updates.Value += 1;
        Tensor share = ShareOf(Updates.Value.Cast(DType.Float64)), rest = 1 - share;
        foreach (Variable parameter in parameters)
        {
            Variable average = _averages[parameter];
            average.Value = (average.Value * rest.Cast(parameter.DType))
                + (parameter.Value * share.Cast(parameter.DType));
        }
    }

    /// <summary>Exchanges weights and averages; a second call puts them back. Not to be called within a step.</summary>
    /// <exception cref="InvalidOperationException">No update was seen so far.</exception>
    public void Swap()
    {
        if (Updates.Value.Item<long>() == 0)
        {
            throw new InvalidOperationException(
                "There is no average before the first step; train the model first, or load a checkpoint.");
        }

        foreach ((Variable parameter, Variable average) in _averages)
        {
            (parameter.Value, average.Value) = (average.Value, parameter.Value);
        }

        IsSwapped = !IsSwapped;
    }

    /// <summary>Puts the averages into the parameters until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">No update was seen so far, or they are there already.</exception>
    public AverageScope Use()
    {
        if (IsSwapped)
        {
            throw new InvalidOperationException("The averages are in the parameters already; swap back first.");
        }

        Swap();
        return new AverageScope(this);
    }

    /// <summary>The share of the newest weights in the average: 1 forgets all others, 0 leaves it as it is.</summary>
    /// <param name="number">The number of the update, a float64 scalar; 1 is the first, whose share must be 1.</param>
    /// <returns>A float64 scalar.</returns>
    protected abstract Tensor ShareOf(Tensor number);

    private void Add(Variable parameter, Tensor value) =>
        _averages.Add(parameter, new Variable($"{parameter.Name}.average", value));
}
