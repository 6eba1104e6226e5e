namespace Nabla;

/// <summary>Filters that slide over images.</summary>
/// <remarks>
/// Takes [batch, height, width, channels] and gives [batch, ⌊(height + padding − reach) / stride⌋ + 1, …, filters],
/// where the reach of a window is <c>(size − 1) · dilation + 1</c>; with <see cref="Padding.Same"/> that is
/// [batch, ⌈height / stride⌉, ⌈width / stride⌉, filters].
/// </remarks>
/// <example><code>
/// // [32, 28, 28, 1] becomes [32, 28, 28, 64].
/// new Conv2D(64, 3, padding: Padding.Same, activation: Activation.Relu)
/// </code></example>
[Component("conv_2d")]
public sealed class Conv2D : Convolution
{
    /// <inheritdoc/>
    public Conv2D(
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

    private protected override int SpatialRank => 2;
}
