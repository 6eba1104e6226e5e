namespace Nabla;

/// <summary>Makes sequences longer by filters that are learned.</summary>
/// <remarks>
/// Takes [batch, steps, channels] and gives [batch, (steps − 1) · stride + reach − padding + outputPadding, filters];
/// with <see cref="Padding.Same"/> that is [batch, steps · stride, filters].
/// </remarks>
/// <example><code>new Conv1DTranspose(16, 4, strides: 2, padding: Padding.Same)</code></example>
[Component("conv_1d_transpose")]
public sealed class Conv1DTranspose : TransposedConvolution
{
    /// <inheritdoc/>
    public Conv1DTranspose(
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

    private protected override int SpatialRank => 1;
}
