namespace Nabla;

/// <summary>Makes volumes larger by filters that are learned.</summary>
/// <remarks>
/// Takes [batch, depth, height, width, channels] and gives
/// [batch, (depth − 1) · stride + reach − padding + outputPadding, …, filters]; with <see cref="Padding.Same"/> that is
/// [batch, depth · stride, height · stride, width · stride, filters].
/// </remarks>
/// <example><code>new Conv3DTranspose(8, 2, strides: 2)</code></example>
[Component("conv_3d_transpose")]
public sealed class Conv3DTranspose : TransposedConvolution
{
    /// <inheritdoc/>
    public Conv3DTranspose(
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

    private protected override int SpatialRank => 3;
}
