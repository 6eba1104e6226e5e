namespace Nabla;

/// <summary>Brings the features of each example to mean 0 and variance 1, each by itself.</summary>
/// <remarks>
/// Computes <c>y = (x − mean) / √(variance + ε) · gamma + beta</c> with the moments of the last axis or axes, the same
/// in training and prediction.
/// Source: J. L. Ba, J. R. Kiros, G. E. Hinton, Layer normalization, 2016.
/// </remarks>
[Component("layer_normalization")]
public sealed class LayerNormalization : AffineNormalization
{
    private readonly TrailingAxes _trailing;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="axes">The axes that are normalized together: the last by default, or several last ones.</param>
    /// <param name="epsilon">What is added to the variance: 0 or more; PyTorch has 1e-5.</param>
    /// <param name="center">Whether <c>beta</c> is learned and added.</param>
    /// <param name="scale">Whether <c>gamma</c> is learned and multiplied by.</param>
    /// <param name="betaInitializer">Where <c>beta</c> comes from; <see cref="Zeros"/> by default.</param>
    /// <param name="gammaInitializer">Where <c>gamma</c> comes from; <see cref="Ones"/> by default.</param>
    /// <param name="betaRegularizer">A penalty on <c>beta</c>; nothing by default.</param>
    /// <param name="gammaRegularizer">A penalty on <c>gamma</c>; nothing by default.</param>
    /// <param name="betaConstraint">What <c>beta</c> meets after each step; nothing by default.</param>
    /// <param name="gammaConstraint">What <c>gamma</c> meets after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public LayerNormalization(
        Axes<int> axes = default,
        double epsilon = 1e-3,
        bool center = true,
        bool scale = true,
        Initializer? betaInitializer = null,
        Initializer? gammaInitializer = null,
        Regularizer? betaRegularizer = null,
        Regularizer? gammaRegularizer = null,
        Constraint? betaConstraint = null,
        Constraint? gammaConstraint = null)
        : base(
            epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer,
            betaConstraint, gammaConstraint) =>
        _trailing = new TrailingAxes(axes);

    /// <summary>The axes that are normalized together.</summary>
    public Axes<int> Axes => _trailing.Axes;

    private protected override Shape ParameterShape(Shape inputShape) => _trailing.ShapeOf(inputShape, Subject);

    private protected override Tensor Normalize(Tensor x, CallContext context) // x: [batch, …, features…]
        => x.LayerNormalize(Gamma, Beta, _trailing.Count, Epsilon);
}
