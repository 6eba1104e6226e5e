namespace Nabla;

/// <summary>Filters of its own for each channel of images.</summary>
/// <remarks>
/// Takes [batch, height, width, channels] and gives
/// [batch, ⌊(height + padding − reach) / stride⌋ + 1, …, channels · depthMultiplier].
/// </remarks>
/// <example><code>new DepthwiseConv2D(3, strides: 2, padding: 1, useBias: false)</code></example>
[Component("depthwise_conv_2d")]
public sealed class DepthwiseConv2D : DepthwiseConvolution
{
    /// <inheritdoc/>
    public DepthwiseConv2D(
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

    private protected override int SpatialRank => 2;
}
