namespace Nabla;

/// <summary>A fully connected layer.</summary>
/// <remarks>Computes <c>y = activation(x · weight + bias)</c> over the last axis.</remarks>
/// <example><code>new Dense(128, Activation.Relu)</code></example>
[Component("dense")]
public sealed class Dense : Layer
{
    private Variable? _weight;
    private Variable? _bias;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="units">The number of outputs.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added.</param>
    /// <param name="kernelInitializer">
    /// Where the first weights come from; <see cref="GlorotUniform"/> by default.
    /// </param>
    /// <param name="biasInitializer">Where the first biases come from; <see cref="Zeros"/> by default.</param>
    /// <param name="kernelRegularizer">A penalty on the weights; nothing by default.</param>
    /// <param name="biasRegularizer">A penalty on the biases; nothing by default.</param>
    /// <param name="activityRegularizer">
    /// A penalty on the result, divided by the number of examples; nothing by default.
    /// </param>
    /// <param name="kernelConstraint">What the weights meet after each step; nothing by default.</param>
    /// <param name="biasConstraint">What the biases meet after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    public Dense(
        int units,
        Activation? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        Units = units;
        Activation = activation ?? Activation.Linear;
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? new GlorotUniform();
        BiasInitializer = biasInitializer ?? new Zeros();
        KernelRegularizer = kernelRegularizer;
        BiasRegularizer = biasRegularizer;
        ActivityRegularizer = activityRegularizer;
        KernelConstraint = kernelConstraint;
        BiasConstraint = biasConstraint;
    }

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>What is applied to the result.</summary>
    public Activation Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>Where the first weights come from.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>Where the first biases come from.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>The penalty on the weights; null for none.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>The penalty on the biases; null for none.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>The penalty on the result; null for none.</summary>
    public Regularizer? ActivityRegularizer { get; }

    /// <summary>What the weights meet after each step; null for nothing.</summary>
    public Constraint? KernelConstraint { get; }

    /// <summary>What the biases meet after each step; null for nothing.</summary>
    public Constraint? BiasConstraint { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (inputShape.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, …, features] but got {inputShape}; "
                + "insert the axis that is missing with ExpandAxis.",
                inputShape);
        }

        _weight = builder.Parameter(
            "weight", [inputShape[-1], Units], KernelInitializer, KernelRegularizer, KernelConstraint);
        _bias = UseBias
            ? builder.Parameter("bias", [Units], BiasInitializer, BiasRegularizer, BiasConstraint)
            : null;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, features]
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        Tensor weight = _weight!.Value;
        if (!x.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{Subject} expects floating features but got {x.Spec}; "
                + "cast them, as in x.Cast(DType.Float32) / 255 for pixels.",
                x.DType);
        }

        if (x.Rank < 2 || x.Shape[-1] != weight.Shape[0])
        {
            string advice = x.Rank > 2 && x.Shape.ElementCount == x.Shape[0] * weight.Shape[0]
                ? "put a Flatten before it"
                : "feed it what it was built for, or build another layer";
            throw new ShapeMismatchException(
                $"{Subject} expects {weight.Shape[0]} features on the last axis but got {x.Shape}; {advice}.", x.Shape);
        }

        Tensor y = x.MatMul(weight);
        y = Activation.Apply(_bias is null ? y : y + _bias.Value);
        context.AddActivityLoss(ActivityRegularizer, y);
        return y;
    }
}
