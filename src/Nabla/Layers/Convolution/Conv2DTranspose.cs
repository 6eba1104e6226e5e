namespace Nabla;

/// <summary>Makes images larger by filters that are learned.</summary>
/// <remarks>
/// Takes [batch, height, width, channels] and gives
/// [batch, (height − 1) · stride + reach − padding + outputPadding, …, filters]; with <see cref="Padding.Same"/> that
/// is [batch, height · stride, width · stride, filters].
/// </remarks>
/// <example><code>new Conv2DTranspose(32, 2, strides: 2)   // [8, 14, 14, 64] becomes [8, 28, 28, 32]</code></example>
[Component("conv_2d_transpose")]
public sealed class Conv2DTranspose : TransposedConvolution
{
    /// <inheritdoc/>
    public Conv2DTranspose(
        int filters,
        Axes<long> kernelSize,
        Axes<long> strides = default,
        Padding? padding = null,
        Axes<long> outputPadding = default,
        Axes<long> dilations = default,
        int groups = 1,
        Activation? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null)
        : base(
            filters, kernelSize, strides, padding, outputPadding, dilations, groups, activation, useBias,
            kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer,
            kernelConstraint, biasConstraint)
    {
    }

    private protected override int SpatialRank => 2;
}
