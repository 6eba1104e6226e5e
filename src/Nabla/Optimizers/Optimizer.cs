namespace Nabla;

/// <summary>Says how a parameter changes by its gradient.</summary>
/// <remarks>
/// An optimizer of your own names what it keeps for each parameter in <see cref="SlotsOf"/> and states its formula in
/// <see cref="Update"/>, a pure function in tensor language. The update becomes part of the program of a step, where
/// elementwise formulas are one pass over each parameter. What comes before the formula is the same for all: the
/// gradients are clipped, then the weight decay is added to them, or taken from the parameters if it is decoupled.
/// </remarks>
[ComponentFamily("optimizer")]
public abstract partial class Optimizer
{
    private readonly Variable _learningRate;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate: finite, 0 or more.</param>
    /// <param name="weightDecay">The pull of parameters towards zero: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    protected Optimizer(double learningRate, double weightDecay = 0)
    {
        CheckNotNegative(learningRate, nameof(learningRate));
        CheckNotNegative(weightDecay, nameof(weightDecay));
        _learningRate = new Variable("optimizer.learning_rate", Tensor.From([learningRate], Shape.Scalar));
        WeightDecay = weightDecay;
    }

    /// <summary>How far a step goes; assigning it between steps compiles nothing anew.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public double LearningRate
    {
        get => _learningRate.Value.Item<double>();
        set
        {
            CheckNotNegative(value, "learningRate");

            // From and not Scalar: a schedule assigns it every step, and numbers that are there need no evaluation.
            _learningRate.Value = Tensor.From([value], Shape.Scalar);
        }
    }

    /// <summary>The pull of parameters towards zero.</summary>
    public double WeightDecay { get; }

    /// <summary>
    /// Whether the weight decay shrinks parameters by <c>1 − rate · weightDecay</c> before their update, instead of
    /// being added to the gradient as <c>weightDecay · p</c>.
    /// </summary>
    /// <remarks>Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2017.</remarks>
    [ComponentProperty]
    public bool DecoupledWeightDecay { get; init; }

    /// <summary>How gradients are kept from being too large; null leaves them as they are.</summary>
    [ComponentProperty]
    public GradientClipping? Clipping { get; init; }

    /// <summary>Parameters with settings of their own; settled when the first step is compiled.</summary>
    public IList<ParameterGroup> Groups { get; } = [];

    /// <summary>The number of updates made so far, an int64 scalar.</summary>
    public Variable Steps { get; } = new("optimizer.steps", Tensor.Scalar(0, DType.Int64));

    /// <summary>Updates parameters by their gradients; called while a step is traced.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">The gradient of each, of its shape and type.</param>
    /// <exception cref="ArgumentException">
    /// The lists are empty or differ in length, or a group has no parameters.
    /// </exception>
    /// <exception cref="ShapeMismatchException">A gradient has another shape than its parameter.</exception>
    /// <exception cref="DTypeMismatchException">A gradient has another type than its parameter.</exception>
    public void Apply(IReadOnlyList<Variable> parameters, IReadOnlyList<Tensor> gradients) =>
        Apply(parameters, gradients, continues: false);

    // Whether it continues: whether this is a part of the step that the last call began.
    internal void Apply(IReadOnlyList<Variable> parameters, IReadOnlyList<Tensor> gradients, bool continues)
    {
        Check(parameters, gradients);
        CheckGroups(parameters);
        Prepare(parameters);
        gradients = Clipping?.Apply(gradients) ?? gradients;

        if (!continues)
        {
            Steps.Value += 1;
        }

        var shared = new OptimizerStep(_learningRate.Value, Steps.Value.Cast(DType.Float64), WeightDecay);
        if (!continues)
        {
            Begin(shared);
        }

        for (int i = 0; i < parameters.Count; i++)
        {
            OptimizerStep step = ForGroupsOf(parameters[i], StepOf(parameters[i], shared));
            (Tensor parameter, Tensor gradient) = DecayWeights(parameters[i].Value, gradients[i], step);
            Variable[] slots = _slots[parameters[i]];
            Assign(parameters[i], slots, Update(parameter, gradient, [.. slots.Select(slot => slot.Value)], step));
        }
    }

    /// <summary>What is kept for a parameter; the same whenever it is asked for.</summary>
    /// <param name="parameter">The parameter; only its name, shape and type are to be looked at.</param>
    protected virtual IReadOnlyList<OptimizerSlot> SlotsOf(Variable parameter) => [];

    /// <summary>Computes what all parameters share, once a step, before the first of them is updated.</summary>
    /// <param name="step">The step, without the settings of any group.</param>
    protected virtual void Begin(OptimizerStep step)
    {
    }

    /// <summary>The step of a parameter, where an optimizer makes a difference between them.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="step">The step, without the settings of any group.</param>
    protected virtual OptimizerStep StepOf(Variable parameter, OptimizerStep step) => step;

    /// <summary>What weight decay does before <see cref="Update"/>.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="gradient">Its gradient, clipped.</param>
    /// <param name="step">The step of this parameter.</param>
    /// <returns>What <see cref="Update"/> is given.</returns>
    protected virtual (Tensor Parameter, Tensor Gradient) DecayWeights(
        Tensor parameter, Tensor gradient, OptimizerStep step)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(step);
        return (step.WeightDecay, DecoupledWeightDecay) switch
        {
            (0, _) => (parameter, gradient),
            (_, false) => (parameter, gradient + (parameter * step.WeightDecay)),
            (_, true) =>
                (parameter * (1 - (step.LearningRate * step.WeightDecay)).Cast(parameter.DType), gradient),
        };
    }

    /// <summary>The new values of a parameter and its slots.</summary>
    /// <param name="parameter">The parameter, shrunk already where the weight decay is decoupled.</param>
    /// <param name="gradient">Its gradient, clipped, and with the weight decay where that is not decoupled.</param>
    /// <param name="slots">Its slots, in the order of <see cref="SlotsOf"/>.</param>
    /// <param name="step">The step of this parameter.</param>
    protected abstract ParameterUpdate Update(
        Tensor parameter, Tensor gradient, IReadOnlyList<Tensor> slots, OptimizerStep step);

    /// <summary>A float64 scalar of the step in the type of a parameter.</summary>
    protected static Tensor As(Tensor parameter, Tensor number) => number.Cast(parameter.DType);

    private static void Assign(Variable parameter, Variable[] slots, ParameterUpdate update)
    {
        if (update.Slots.Count != slots.Length)
        {
            throw new InvalidOperationException(
                $"The update of '{parameter.Name}' gave {update.Slots.Count} slots where SlotsOf names "
                + $"{slots.Length}; give a new value for each, in that order.");
        }

        parameter.Value = update.Parameter;
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i].Value = update.Slots[i];
        }
    }
}
