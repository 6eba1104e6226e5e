namespace Nabla;

/// <summary>Filters that slide over volumes, or over images in time.</summary>
/// <remarks>
/// Takes [batch, depth, height, width, channels] and gives
/// [batch, ⌊(depth + padding − reach) / stride⌋ + 1, …, filters], where the reach of a window is
/// <c>(size − 1) · dilation + 1</c>.
/// </remarks>
/// <example><code>new Conv3D(16, [1, 3, 3], padding: Padding.Same)</code></example>
[Component("conv_3d")]
public sealed class Conv3D : Convolution
{
    /// <inheritdoc/>
    public Conv3D(
        int filters,
        Axes<long> kernelSize,
        Axes<long> strides = default,
        Padding? padding = null,
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
            filters, kernelSize, strides, padding, dilations, groups, activation, useBias, kernelInitializer,
            biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint,
            biasConstraint)
    {
    }

    private protected override int SpatialRank => 3;
}
