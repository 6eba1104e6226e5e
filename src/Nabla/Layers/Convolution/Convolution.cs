namespace Nabla;

/// <summary>
/// A layer of filters that slide over images: <see cref="Conv1D"/>, <see cref="Conv2D"/>, <see cref="Conv3D"/>.
/// </summary>
/// <remarks>
/// Computes <c>y = activation(x ∗ weight + bias)</c>, see <see cref="Tensor.Conv"/>; the weight is
/// [size…, channels / groups, filters].
/// </remarks>
public abstract class Convolution : GroupedConvolution
{
    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="filters">The number of channels of the result.</param>
    /// <param name="kernelSize">The extents of the window: one for all spatial axes, or one for each.</param>
    /// <param name="strides">How far apart neighbouring results are in the image; 1 by default.</param>
    /// <param name="padding">
    /// What lies around the image: nothing by default; <see cref="Padding.Same"/> keeps its size, a number adds as many
    /// zeros at each end, <see cref="Padding.With"/> adds something else than zeros.
    /// </param>
    /// <param name="dilations">How far apart the elements of the window are in the image; 1 by default.</param>
    /// <param name="groups">How many parts the channels are cut into, each with its share of the filters.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; a normalization that follows makes it superfluous.</param>
    /// <param name="kernelInitializer">
    /// Where the first weights come from; <see cref="GlorotUniform"/> by default.
    /// </param>
    /// <param name="biasInitializer">Where the first biases come from; <see cref="Zeros"/> by default.</param>
    /// <param name="kernelRegularizer">A penalty on the weights; nothing by default.</param>
    /// <param name="biasRegularizer">A penalty on the biases; nothing by default.</param>
    /// <param name="activityRegularizer">
    /// A penalty on the result, divided by the number of examples; nothing by default.
    /// </param>
    /// <param name="kernelConstraint">What the weights meet after each step; nothing by default.</param>
    /// <param name="biasConstraint">What the biases meet after each step; nothing by default.</param>
    /// <exception cref="ArgumentException">
    /// There is not a number for each spatial axis, or the groups do not divide the filters.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    private protected Convolution(
        int filters, Axes<long> kernelSize, Axes<long> strides, Padding? padding, Axes<long> dilations, int groups,
        Activation? activation, bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer,
        Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
        Constraint? kernelConstraint, Constraint? biasConstraint)
        : base(
            filters, kernelSize, strides, padding, dilations, groups, activation, useBias, kernelInitializer,
            biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint)
    {
    }

    private protected sealed override long[] KernelMatrix(long channels) => [channels / Groups, Filters];

    private protected sealed override Tensor Slide(Tensor x, Tensor weight) =>
        x.Conv(weight, Strides.Span, Padding, Dilations.Span, Groups);
}
