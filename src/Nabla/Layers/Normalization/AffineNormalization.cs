namespace Nabla;

/// <summary>
/// A layer that brings numbers to a common scale, and then may multiply them by factors and add summands, both learned.
/// </summary>
/// <remarks>The parameters are called <c>gamma</c> and <c>beta</c>, as the papers call them.</remarks>
public abstract class AffineNormalization : Layer
{
    private Variable? _gamma;
    private Variable? _beta;

    private protected AffineNormalization(
        double epsilon, bool center, bool scale, Initializer? betaInitializer, Initializer? gammaInitializer,
        Regularizer? betaRegularizer, Regularizer? gammaRegularizer, Constraint? betaConstraint,
        Constraint? gammaConstraint)
    {
        if (!(epsilon >= 0) || !double.IsFinite(epsilon))
        {
            throw new ArgumentOutOfRangeException(
                nameof(epsilon), epsilon,
                $"{GetType().Name} adds epsilon to a variance; give it 0 or more, such as 0.001.");
        }

        (Epsilon, Center, Scale) = (epsilon, center, scale);
        BetaInitializer = betaInitializer ?? new Zeros();
        GammaInitializer = gammaInitializer ?? new Ones();
        (BetaRegularizer, GammaRegularizer) = (betaRegularizer, gammaRegularizer);
        (BetaConstraint, GammaConstraint) = (betaConstraint, gammaConstraint);
    }

    /// <summary>What is added to the variance, so that what hardly varies is not blown up.</summary>
    public double Epsilon { get; }

    /// <summary>Whether <c>beta</c> is learned and added.</summary>
    public bool Center { get; }

    /// <summary>Whether <c>gamma</c> is learned and multiplied by.</summary>
    public bool Scale { get; }

    /// <summary>Where the first summands come from.</summary>
    public Initializer BetaInitializer { get; }

    /// <summary>Where the first factors come from.</summary>
    public Initializer GammaInitializer { get; }

    /// <summary>The penalty on the summands; null for none.</summary>
    public Regularizer? BetaRegularizer { get; }

    /// <summary>The penalty on the factors; null for none.</summary>
    public Regularizer? GammaRegularizer { get; }

    /// <summary>What the summands meet after each step; null for nothing.</summary>
    public Constraint? BetaConstraint { get; }

    /// <summary>What the factors meet after each step; null for nothing.</summary>
    public Constraint? GammaConstraint { get; }

    /// <summary>The factors; null without <see cref="Scale"/>.</summary>
    private protected Tensor? Gamma => _gamma?.Value;

    /// <summary>The summands; null without <see cref="Center"/>.</summary>
    private protected Tensor? Beta => _beta?.Value;

    /// <summary>The shape of factors and summands for inputs of a shape.</summary>
    /// <exception cref="ShapeMismatchException">The input does not suit the layer.</exception>
    private protected abstract Shape ParameterShape(Shape inputShape);

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Shape shape = ParameterShape(inputShape);
        _gamma = Scale
            ? builder.Parameter("gamma", shape, GammaInitializer, GammaRegularizer, GammaConstraint)
            : null;
        _beta = Center ? builder.Parameter("beta", shape, BetaInitializer, BetaRegularizer, BetaConstraint) : null;
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (!x.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{Subject} expects floating numbers but got {x.Spec}; "
                + "cast them, as in x.Cast(DType.Float32) / 255 for pixels.", x.DType);
        }

        Shape wanted = ParameterShape(InputSpec!.Value.Shape), got = ParameterShape(x.Shape);
        return wanted == got ? Normalize(x, context) : throw new ShapeMismatchException(
            $"{Subject} was built for {wanted} numbers that are normalized alike but got {x.Shape}; "
            + "feed it what it was built for, or build another layer.", x.Shape);
    }

    /// <summary>The layer's function, for inputs that fit.</summary>
    private protected abstract Tensor Normalize(Tensor x, CallContext context);

    /// <summary>The number of channels, the last axis of [batch, …, channels].</summary>
    private protected Shape Channels(Shape inputShape, int leastRank = 2) => inputShape.Rank >= leastRank
        ? [inputShape[-1]]
        : throw new ShapeMismatchException(
            $"{Subject} expects [batch, …, channels] of {leastRank} axes or more but got {inputShape}; "
            + "insert the axis that is missing with ExpandAxis.", inputShape);
}
