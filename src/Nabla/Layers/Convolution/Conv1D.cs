namespace Nabla;

/// <summary>Filters that slide over sequences.</summary>
/// <remarks>
/// Takes [batch, steps, channels] and gives [batch, ⌊(steps + padding − reach) / stride⌋ + 1, filters], where the reach
/// of a window is <c>(size − 1) · dilation + 1</c>. With <see cref="Padding.Causal"/> no result sees a later step.
/// </remarks>
/// <example><code>new Conv1D(32, 5, padding: Padding.Causal, activation: Activation.Relu)</code></example>
[Component("conv_1d")]
public sealed class Conv1D : Convolution
{
    /// <inheritdoc/>
    public Conv1D(
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

    private protected override int SpatialRank => 1;
}
