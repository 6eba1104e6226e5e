namespace Nabla;

/// <summary>
/// A layer that makes images larger by the transpose of a convolution: <see cref="Conv1DTranspose"/>,
/// <see cref="Conv2DTranspose"/>, <see cref="Conv3DTranspose"/>.
/// </summary>
/// <remarks>
/// Spreads each pixel over a window, see <see cref="Tensor.ConvTranspose"/>; the weight is
/// [size…, filters / groups, channels], as in Keras.
/// </remarks>
public abstract class TransposedConvolution : GroupedConvolution
{
    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="filters">The number of channels of the result.</param>
    /// <param name="kernelSize">The extents of the window: one for all spatial axes, or one for each.</param>
    /// <param name="strides">How many times larger images become; 1 by default.</param>
    /// <param name="padding">
    /// What is cut off around the result: nothing by default; <see cref="Padding.Same"/> leaves exactly as many pixels
    /// as the image has times the strides.
    /// </param>
    /// <param name="outputPadding">
    /// What is added at the end of each axis of the result, less than the stride; 0 by default. Not with
    /// <see cref="Padding.Same"/>, which settles the size.
    /// </param>
    /// <param name="dilations">How far apart the elements of the window are in the result; 1 by default.</param>
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
    /// There is not a number for each spatial axis, the groups do not divide the filters, the padding is of something
    /// else than zeros, or there is an output padding beside <see cref="Padding.Same"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is less than 1, or an output padding is negative or not less than its stride.
    /// </exception>
    private protected TransposedConvolution(
        int filters, Axes<long> kernelSize, Axes<long> strides, Padding? padding, Axes<long> outputPadding,
        Axes<long> dilations, int groups, Activation? activation, bool useBias, Initializer? kernelInitializer,
        Initializer? biasInitializer, Regularizer? kernelRegularizer, Regularizer? biasRegularizer,
        Regularizer? activityRegularizer, Constraint? kernelConstraint, Constraint? biasConstraint)
        : base(
            filters, kernelSize, strides, padding, dilations, groups, activation, useBias, kernelInitializer,
            biasInitializer, kernelRegularizer, biasRegularizer, activityRegularizer, kernelConstraint, biasConstraint)
    {
        OutputPadding = outputPadding;
        CheckOutputPadding();
        if (Padding.Mode is not PaddingMode.Zeros)
        {
            throw new ArgumentException(
                $"{GetType().Name} cuts its padding off, so it cannot be {Padding}; take zeros.", nameof(padding));
        }
    }

    /// <summary>What is added at the end of each axis of the result; empty for 0.</summary>
    public Axes<long> OutputPadding { get; }

    private protected sealed override long[] KernelMatrix(long channels) => [Filters / Groups, channels];

    private protected sealed override Tensor Slide(Tensor x, Tensor weight) =>
        x.ConvTranspose(weight, Strides.Span, Padding, OutputPadding.Span, Dilations.Span, Groups);

    private void CheckOutputPadding()
    {
        if (OutputPadding.Count > 1 && OutputPadding.Count != SpatialRank)
        {
            throw new ArgumentException(
                $"{GetType().Name} takes one outputPadding, or one for each of its {SpatialRank} spatial axes, but got "
                + $"{OutputPadding}.");
        }

        for (int axis = 0; axis < OutputPadding.Count; axis++)
        {
            long stride = Strides.Count == 0 ? 1 : Strides[Strides.Count == 1 ? 0 : axis];
            if (OutputPadding[axis] < 0 || OutputPadding[axis] >= stride)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(OutputPadding), OutputPadding[axis],
                    $"{GetType().Name} takes an outputPadding of 0 or more that is less than the stride, {stride}.");
            }
        }

        if (OutputPadding.Span.ContainsAnyExcept(0) && Padding.Kind is not (PaddingKind.Explicit or PaddingKind.Valid))
        {
            throw new ArgumentException(
                $"{GetType().Name} with padding {Padding} settles the size of the result without an outputPadding; "
                + "leave that out, or give the padding as numbers.");
        }
    }
}
