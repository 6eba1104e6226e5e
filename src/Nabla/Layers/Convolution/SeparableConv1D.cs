namespace Nabla;

/// <summary>Filters each channel of sequences alone, and then mixes the channels.</summary>
/// <remarks>
/// Takes [batch, steps, channels] and gives [batch, ⌊(steps + padding − reach) / stride⌋ + 1, filters].
/// </remarks>
/// <example><code>new SeparableConv1D(64, 3, padding: Padding.Same)</code></example>
[Component("separable_conv_1d")]
public sealed class SeparableConv1D : SeparableConvolution
{
    /// <inheritdoc/>
    public SeparableConv1D(
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

    private protected override int SpatialRank => 1;
}
