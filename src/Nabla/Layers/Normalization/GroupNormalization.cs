namespace Nabla;

/// <summary>
/// Brings groups of channels of each example to mean 0 and variance 1: like batch normalization, but the same however
/// small batches are, and the same in training and prediction.
/// </summary>
/// <remarks>
/// Computes <c>y = (x − mean) / √(variance + ε) · gamma + beta</c> with the moments of all places and neighbouring
/// channels of a group. One group makes a layer normalization over places and channels; as many groups as channels make
/// an <see cref="InstanceNormalization"/>.
/// Source: Y. Wu, K. He, Group normalization, 2018.
/// </remarks>
[Component("group_normalization")]
public sealed class GroupNormalization : AffineNormalization
{
    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="groups">The number of groups; divides the channels.</param>
    /// <param name="epsilon">What is added to the variance: 0 or more.</param>
    /// <param name="center">Whether <c>beta</c> is learned and added.</param>
    /// <param name="scale">Whether <c>gamma</c> is learned and multiplied by.</param>
    /// <param name="betaInitializer">Where <c>beta</c> comes from; <see cref="Zeros"/> by default.</param>
    /// <param name="gammaInitializer">Where <c>gamma</c> comes from; <see cref="Ones"/> by default.</param>
    /// <param name="betaRegularizer">A penalty on <c>beta</c>; nothing by default.</param>
    /// <param name="gammaRegularizer">A penalty on <c>gamma</c>; nothing by default.</param>
    /// <param name="betaConstraint">What <c>beta</c> meets after each step; nothing by default.</param>
    /// <param name="gammaConstraint">What <c>gamma</c> meets after each step; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="groups"/> is less than 1, or <paramref name="epsilon"/> negative.
    /// </exception>
    public GroupNormalization(
        int groups = 32,
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
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        Groups = groups;
    }

    /// <summary>The number of groups.</summary>
    public int Groups { get; }

    private protected override Shape ParameterShape(Shape inputShape)
    {
        Shape channels = Channels(inputShape);
        return channels[0] % Groups == 0 ? channels : throw new ShapeMismatchException(
            $"{Subject} cannot divide the {channels[0]} channels of {inputShape} into {Groups} equal groups; "
            + "choose a number of groups that divides the channels.", inputShape);
    }

    private protected override Tensor Normalize(Tensor x, CallContext context) // x: [batch, …, channels]
        => x.GroupNormalize(Groups, Gamma, Beta, Epsilon);
}
