namespace Nabla;

/// <summary>
/// Brings each channel of each example to mean 0 and variance 1, which takes contrast out of images: for transfer of
/// style and generators.
/// </summary>
/// <remarks>
/// Computes <c>y = (x − mean) / √(variance + ε) · gamma + beta</c> with the moments of all places, the same in training
/// and prediction; a <see cref="GroupNormalization"/> with a group for each channel. PyTorch leaves out gamma and beta
/// unless asked for them.
/// Source: D. Ulyanov et al., Instance normalization: the missing ingredient for fast stylization, 2016.
/// </remarks>
[Component("instance_normalization")]
public sealed class InstanceNormalization : AffineNormalization
{
    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="epsilon">What is added to the variance: 0 or more.</param>
    /// <param name="center">Whether <c>beta</c> is learned and added.</param>
    /// <param name="scale">Whether <c>gamma</c> is learned and multiplied by.</param>
    /// <param name="betaInitializer">Where <c>beta</c> comes from; <see cref="Zeros"/> by default.</param>
    /// <param name="gammaInitializer">Where <c>gamma</c> comes from; <see cref="Ones"/> by default.</param>
    /// <param name="betaRegularizer">A penalty on <c>beta</c>; nothing by default.</param>
    /// <param name="gammaRegularizer">A penalty on <c>gamma</c>; nothing by default.</param>
    /// <param name="betaConstraint">What <c>beta</c> meets after each step; nothing by default.</param>
    /// <param name="gammaConstraint">What <c>gamma</c> meets after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative.</exception>
    public InstanceNormalization(
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
            betaConstraint, gammaConstraint)
    {
    }

    private protected override Shape ParameterShape(Shape inputShape) => Channels(inputShape, leastRank: 3);

    private protected override Tensor Normalize(Tensor x, CallContext context) // x: [batch, …, channels]
        => x.GroupNormalize(Math.Max(x.Shape[-1], 1), Gamma, Beta, Epsilon);
}
