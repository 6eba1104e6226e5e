namespace Nabla;

public abstract partial class Optimizer
{
    private readonly Dictionary<Variable, Variable[]> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly List<Variable> _shared = [];

    /// <summary>
    /// Everything that the optimizer keeps between steps, for checkpoints. Slots are named after their parameter, as in
    /// <c>0.weight.momentum</c>, and exist since <see cref="Prepare"/> or the first step.
    /// </summary>
    public IReadOnlyList<Variable> State =>
        [Steps, _learningRate, .. _shared, .. _slots.Values.SelectMany(slots => slots)];

    /// <summary>Creates what is kept for parameters before the first step, so that a checkpoint can fill it.</summary>
    /// <param name="parameters">The parameters; those that were prepared before keep what they have.</param>
    public void Prepare(IReadOnlyList<Variable> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (Variable parameter in parameters)
        {
            if (!_slots.ContainsKey(parameter))
            {
                _slots.Add(parameter, [.. SlotsOf(parameter).Select(slot => new Variable(
                    $"{parameter.Name}.{slot.Name}",
                    Tensor.Full(slot.Shape ?? parameter.Shape, slot.InitialValue, parameter.DType)))]);
            }
        }
    }

    /// <summary>Adds a float64 scalar that all parameters share, to be assigned in <see cref="Begin"/>.</summary>
    /// <param name="name">The end of its path, as in <c>optimizer.momentum_product</c>.</param>
    /// <param name="initialValue">Its first value.</param>
    protected Variable AddShared(string name, double initialValue)
    {
        var variable = new Variable($"optimizer.{name}", Tensor.From([initialValue], Shape.Scalar));
        _shared.Add(variable);
        return variable;
    }

    private OptimizerStep ForGroupsOf(Variable parameter, OptimizerStep step)
    {
        double scale = 1, decay = step.WeightDecay;
        foreach (ParameterGroup group in Groups.Where(group => group.Contains(parameter)))
        {
            scale = group.LearningRateScale ?? scale;
            decay = group.WeightDecay ?? decay;
        }

        Tensor rate = scale == 1 ? step.LearningRate : step.LearningRate * scale;
        return step with { LearningRate = rate, WeightDecay = decay };
    }
}
