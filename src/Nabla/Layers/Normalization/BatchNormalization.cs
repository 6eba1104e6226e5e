namespace Nabla;

/// <summary>Brings each channel to mean 0 and variance 1 over the batch, so that deep networks learn fast.</summary>
/// <remarks>
/// <para>
/// While training, computes <c>y = (x − mean) / √(variance + ε) · gamma + beta</c> with the moments of the batch over
/// all axes but that of the channels, and follows them:
/// <c>moving = moving · momentum + batch · (1 − momentum)</c>. While predicting, and where the layer or one around it
/// is frozen, it uses the moving moments, which makes of it <c>y = x · scale + shift</c> with two vectors.
/// </para>
/// <para>
/// As in Keras, the moving variance is that of the batch, divided by n; PyTorch follows the one divided by n − 1, and
/// calls momentum what is <c>1 − momentum</c> here: its default of 0.1 is 0.9. A channel with one value in the batch
/// has variance 0 and becomes <c>beta</c>.
/// </para>
/// <para>
/// The moving moments need some <c>5 / (1 − momentum)</c> steps to forget where they began: 500 with the default. A
/// model that is trained for fewer predicts badly; give it a momentum of 0.9.
/// Source: S. Ioffe, C. Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate
/// shift, 2015.
/// </para>
/// </remarks>
/// <example><code>
/// new Sequential(new Dense(64, useBias: false), new BatchNormalization(), Activation.Relu, new Dense(10))
/// </code></example>
[Component("batch_normalization")]
public sealed class BatchNormalization : AffineNormalization
{
    private Variable? _movingMean;
    private Variable? _movingVariance;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="axis">The axis of the channels: the last by default; others cost a copy.</param>
    /// <param name="momentum">How much of the moving moments stays in each step: 0 to 1.</param>
    /// <param name="epsilon">What is added to the variance: 0 or more.</param>
    /// <param name="center">Whether <c>beta</c> is learned and added.</param>
    /// <param name="scale">Whether <c>gamma</c> is learned and multiplied by.</param>
    /// <param name="betaInitializer">Where <c>beta</c> comes from; <see cref="Zeros"/> by default.</param>
    /// <param name="gammaInitializer">Where <c>gamma</c> comes from; <see cref="Ones"/> by default.</param>
    /// <param name="movingMeanInitializer">Where the moving means begin; <see cref="Zeros"/> by default.</param>
    /// <param name="movingVarianceInitializer">Where the moving variances begin; <see cref="Ones"/> by default.</param>
    /// <param name="betaRegularizer">A penalty on <c>beta</c>; nothing by default.</param>
    /// <param name="gammaRegularizer">A penalty on <c>gamma</c>; nothing by default.</param>
    /// <param name="betaConstraint">What <c>beta</c> meets after each step; nothing by default.</param>
    /// <param name="gammaConstraint">What <c>gamma</c> meets after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="momentum"/> or <paramref name="epsilon"/> is out of range.
    /// </exception>
    public BatchNormalization(
        int axis = -1,
        double momentum = 0.99,
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Initializer? movingMeanInitializer = null,
        Initializer? movingVarianceInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null)
        : base(
            epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer,
            betaConstraint, gammaConstraint)
    {
        if (momentum is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(momentum), momentum,
                "BatchNormalization takes a momentum from 0 to 1, the share of the moving moments that stays, such as "
                + "0.99; what PyTorch calls momentum is 1 less it.");
        }

        (Axis, Momentum) = (axis, momentum);
        MovingMeanInitializer = movingMeanInitializer ?? new Zeros();
        MovingVarianceInitializer = movingVarianceInitializer ?? new Ones();
    }

    /// <summary>The axis of the channels.</summary>
    public int Axis { get; }

    /// <summary>How much of the moving moments stays in each step.</summary>
    public double Momentum { get; }

    /// <summary>Where the moving means begin.</summary>
    public Initializer MovingMeanInitializer { get; }

    /// <summary>Where the moving variances begin.</summary>
    public Initializer MovingVarianceInitializer { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.Build(builder, inputShape);
        Shape channels = ParameterShape(inputShape);
        _movingMean = builder.State("moving_mean", channels, MovingMeanInitializer);
        _movingVariance = builder.State("moving_variance", channels, MovingVarianceInitializer);
    }

    private protected override Shape ParameterShape(Shape inputShape)
    {
        int axis = Axis < 0 ? Axis + inputShape.Rank : Axis;
        return axis >= 1 && axis < inputShape.Rank ? [inputShape[axis]] : throw new ShapeMismatchException(
            $"{Subject} has its channels on axis {Axis}, which is none of the axes after the batch of {inputShape}; "
            + "give it [batch, …, channels], or another axis.", inputShape);
    }

    private protected override Tensor Normalize(Tensor x, CallContext context) // x: [batch, …, channels, …]
    {
        int axis = x.Shape.Axis(Axis);
        if (axis < x.Rank - 1)
        {
            return OfLastAxis(x.Permute(Order(x.Rank, axis, x.Rank - 1)), context)
                .Permute(Order(x.Rank, x.Rank - 1, axis));
        }

        return OfLastAxis(x, context);
    }

    private Tensor OfLastAxis(Tensor x, CallContext context)
    {
        Tensor mean = _movingMean!.Value, variance = _movingVariance!.Value;
        if (context.IsTraining && !IsFrozen)
        {
            (Tensor y, Tensor batchMean, Tensor batchVariance) = x.BatchNormalize(Gamma, Beta, Epsilon);
            _movingMean.Value = Follow(mean, batchMean);
            _movingVariance.Value = Follow(variance, batchVariance);
            return y;
        }

        // Two vectors, whatever the size of x: an epilogue of what comes before.
        Tensor factor = (variance + Epsilon).ReciprocalSqrt();
        factor = Gamma is { } gamma ? factor * gamma : factor;
        Tensor shift = Beta is { } beta ? beta - mean * factor : -(mean * factor);
        return x.MultiplyAdd(factor, shift);
    }

    private Tensor Follow(Tensor moving, Tensor batch) => moving * Momentum + batch * (1 - Momentum);

    /// <summary>The order of axes that brings one of them to another place.</summary>
    private static int[] Order(int rank, int from, int to)
    {
        List<int> order = [.. Enumerable.Range(0, rank).Where(axis => axis != from)];
        order.Insert(to, from);
        return [.. order];
    }
}
