namespace Nabla;

/// <summary>Divides the features of each example by the root of their mean square.</summary>
/// <remarks>
/// Computes <c>y = x / √(mean(x²) + ε) · gamma</c> over the last axis or axes, the same in training and prediction: as
/// good as <see cref="LayerNormalization"/> in many networks, and cheaper.
/// Source: B. Zhang, R. Sennrich, Root mean square layer normalization, 2019.
/// </remarks>
[Component("rms_normalization")]
public sealed class RmsNormalization : AffineNormalization
{
    private readonly TrailingAxes _trailing;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="axes">The axes that are normalized together: the last by default, or several last ones.</param>
    /// <param name="epsilon">What is added to the mean square: 0 or more.</param>
    /// <param name="scale">Whether <c>gamma</c> is learned and multiplied by.</param>
    /// <param name="gammaInitializer">Where <c>gamma</c> comes from; <see cref="Ones"/> by default.</param>
    /// <param name="gammaRegularizer">A penalty on <c>gamma</c>; nothing by default.</param>
    /// <param name="gammaConstraint">What <c>gamma</c> meets after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public RmsNormalization(
        Axes<int> axes = default,
        double epsilon = 1e-6,
        bool scale = true,
        Initializer? gammaInitializer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? gammaConstraint = null)
        : base(
            epsilon, center: false, scale, betaInitializer: null, gammaInitializer, betaRegularizer: null,
            gammaRegularizer, betaConstraint: null, gammaConstraint) =>
        _trailing = new TrailingAxes(axes);

    /// <summary>The axes that are normalized together.</summary>
    public Axes<int> Axes => _trailing.Axes;

    private protected override Shape ParameterShape(Shape inputShape) => _trailing.ShapeOf(inputShape, Subject);

    private protected override Tensor Normalize(Tensor x, CallContext context) // x: [batch, …, features…]
        => x.RmsNormalize(Gamma, _trailing.Count, Epsilon);
}
