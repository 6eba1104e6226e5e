namespace Nabla;

/// <summary>Filters of its own for each channel of sequences.</summary>
/// <remarks>
/// Takes [batch, steps, channels] and gives
/// [batch, ⌊(steps + padding − reach) / stride⌋ + 1, channels · depthMultiplier].
/// </remarks>
/// <example><code>new DepthwiseConv1D(7, padding: Padding.Same)</code></example>
[Component("depthwise_conv_1d")]
public sealed class DepthwiseConv1D : DepthwiseConvolution
{
    /// <inheritdoc/>
    public DepthwiseConv1D(
        Axes<long> kernelSize,
        Axes<long> strides = default,
        Padding? padding = null,
        int depthMultiplier = 1,
        Axes<long> dilations = default,
        Activation? activation = null,
        bool useBias = true,
        Initializer? depthwiseInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? depthwiseRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? depthwiseConstraint = null,
        Constraint? biasConstraint = null)
        : base(
            kernelSize, strides, padding, depthMultiplier, dilations, activation, useBias, depthwiseInitializer,
            biasInitializer, depthwiseRegularizer, biasRegularizer, activityRegularizer, depthwiseConstraint,
            biasConstraint)
    {
    }

    private protected override int SpatialRank => 1;
}
