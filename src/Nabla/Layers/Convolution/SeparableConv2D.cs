namespace Nabla;

/// <summary>Filters each channel of images alone, and then mixes the channels.</summary>
/// <remarks>
/// Takes [batch, height, width, channels] and gives [batch, ⌊(height + padding − reach) / stride⌋ + 1, …, filters].
/// </remarks>
/// <example><code>new SeparableConv2D(64, 3, padding: Padding.Same, activation: Activation.Relu)</code></example>
[Component("separable_conv_2d")]
public sealed class SeparableConv2D : SeparableConvolution
{
    /// <inheritdoc/>
    public SeparableConv2D(
        int filters,
        Axes<long> kernelSize,
        Axes<long> strides = default,
        Padding? padding = null,
        Axes<long> dilations = default,
        int depthMultiplier = 1,
        Activation? activation = null,
        bool useBias = true,
        Initializer? depthwiseInitializer = null,
        Initializer? pointwiseInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? depthwiseRegularizer = null,
        Regularizer? pointwiseRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? depthwiseConstraint = null,
        Constraint? pointwiseConstraint = null,
        Constraint? biasConstraint = null)
        : base(
            filters, kernelSize, strides, padding, dilations, depthMultiplier, activation, useBias,
            depthwiseInitializer, pointwiseInitializer, biasInitializer, depthwiseRegularizer, pointwiseRegularizer,
            biasRegularizer, activityRegularizer, depthwiseConstraint, pointwiseConstraint, biasConstraint)
    {
    }

    private protected override int SpatialRank => 2;
}
