namespace Nabla;

/// <summary>Says how a parameter changes by its gradient.</summary>
/// <remarks>
/// An optimizer of your own names what it keeps for each parameter in <see cref="SlotNames"/> and states its formula in
/// <see cref="Update"/>, a pure function in tensor language. The update becomes part of the program of a step, where it
/// is one pass over each parameter.
/// </remarks>
public abstract class Optimizer
{
    private readonly Variable _learningRate;
    private readonly Dictionary<Variable, Variable[]> _slots = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    protected Optimizer(double learningRate)
    {
        Check(learningRate);
        _learningRate = new Variable("optimizer.learning_rate", Tensor.From([learningRate], Shape.Scalar));
    }

    /// <summary>How far a step goes; assigning it between steps compiles nothing anew.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public double LearningRate
    {
        get => _learningRate.Value.Item<double>();
        set
        {
            Check(value);

            // From and not Scalar: a schedule assigns it every step, and numbers that are there need no evaluation.
            _learningRate.Value = Tensor.From([value], Shape.Scalar);
        }
    }

    /// <summary>The number of updates made so far, an int64 scalar.</summary>
    public Variable Steps { get; } = new("optimizer.steps", Tensor.Scalar(0, DType.Int64));

    /// <summary>
    /// Everything that the optimizer keeps between steps, for checkpoints; slots are named after their parameter, as in
    /// <c>0.weight.momentum</c>.
    /// </summary>
    public IReadOnlyList<Variable> State => [Steps, _learningRate, .. _slots.Values.SelectMany(slots => slots)];

    /// <summary>The names of the tensors that are kept for each parameter, of its shape and zero at first.</summary>
    protected abstract IReadOnlyList<string> SlotNames { get; }

    /// <summary>Updates parameters by their gradients; called while a step is traced.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">The gradient of each, of its shape and type.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public void Apply(IReadOnlyList<Variable> parameters, IReadOnlyList<Tensor> gradients)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradients);
        if (parameters.Count != gradients.Count)
        {
            throw new ArgumentException(
                $"There are {parameters.Count} parameters but {gradients.Count} gradients.", nameof(gradients));
        }

        Steps.Value += 1;
        var step = new OptimizerStep(_learningRate.Value, Steps.Value.Cast(DType.Float64));
        for (int i = 0; i < parameters.Count; i++)
        {
            Variable[] slots = SlotsOf(parameters[i]);
            ParameterUpdate update = Update(
                parameters[i].Value, gradients[i], [.. slots.Select(slot => slot.Value)], step);
            parameters[i].Value = update.Parameter;
            for (int j = 0; j < slots.Length; j++)
            {
                slots[j].Value = update.Slots[j];
            }
        }
    }

    /// <summary>The new values of a parameter and its slots.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="slots">Its slots, in the order of <see cref="SlotNames"/>.</param>
    /// <param name="step">What all parameters share in this step.</param>
    protected abstract ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step);

    /// <summary>Checks a factor that must lie in [0, 1), such as a momentum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    protected static void CheckDecay(double value, string name)
    {
        if (value is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"The {name} is 0 or more and less than 1, such as 0.9.");
        }
    }

    /// <summary>Checks a number that must be 0 or more, such as a weight decay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static void CheckNotNegative(double value, string name)
    {
        if (value < 0 || !double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"The {name} is a finite number of 0 or more.");
        }
    }

    private static void Check(double learningRate) => CheckNotNegative(learningRate, nameof(learningRate));

    private Variable[] SlotsOf(Variable parameter)
    {
        if (!_slots.TryGetValue(parameter, out Variable[]? slots))
        {
            slots = [.. SlotNames.Select(name =>
                new Variable($"{parameter.Name}.{name}", Tensor.Full(parameter.Shape, 0.0, parameter.DType)))];
            _slots.Add(parameter, slots);
        }

        return slots;
    }
}
