namespace Nabla;

/// <summary>
/// A layer in which each channel has filters of its own: <see cref="DepthwiseConv1D"/>, <see cref="DepthwiseConv2D"/>.
/// </summary>
/// <remarks>
/// It is a convolution in as many groups as there are channels, see <see cref="Tensor.Conv"/>; the weight is
/// [size…, 1, channels · depthMultiplier], and result <c>c · depthMultiplier + m</c> is filter m of channel c. A weight
/// of Keras, [size…, channels, depthMultiplier], holds the same numbers in the same order.
/// </remarks>
public abstract class DepthwiseConvolution : ConvolutionLayer
{
    private Variable? _weight;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="kernelSize">The extents of the window: one for all spatial axes, or one for each.</param>
    /// <param name="strides">How far apart neighbouring results are in the image; 1 by default.</param>
    /// <param name="padding">
    /// What lies around the image: nothing by default; <see cref="Padding.Same"/> keeps its size, a number adds as many
    /// zeros at each end.
    /// </param>
    /// <param name="depthMultiplier">The number of filters for each channel.</param>
    /// <param name="dilations">How far apart the elements of the window are in the image; 1 by default.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; a normalization that follows makes it superfluous.</param>
    /// <param name="depthwiseInitializer">
    /// Where the first weights come from; <see cref="GlorotUniform"/> by default.
    /// </param>
    /// <param name="biasInitializer">Where the first biases come from; <see cref="Zeros"/> by default.</param>
    /// <param name="depthwiseRegularizer">A penalty on the weights; nothing by default.</param>
    /// <param name="biasRegularizer">A penalty on the biases; nothing by default.</param>
    /// <param name="activityRegularizer">
    /// A penalty on the result, divided by the number of examples; nothing by default.
    /// </param>
    /// <param name="depthwiseConstraint">What the weights meet after each step; nothing by default.</param>
    /// <param name="biasConstraint">What the biases meet after each step; nothing by default.</param>
    /// <exception cref="ArgumentException">There is not a number for each spatial axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    private protected DepthwiseConvolution(
        Axes<long> kernelSize, Axes<long> strides, Padding? padding, int depthMultiplier, Axes<long> dilations,
        Activation? activation, bool useBias, Initializer? depthwiseInitializer, Initializer? biasInitializer,
        Regularizer? depthwiseRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
        Constraint? depthwiseConstraint, Constraint? biasConstraint)
        : base(
            kernelSize, strides, padding, dilations, activation, useBias, biasInitializer, biasRegularizer,
            activityRegularizer, biasConstraint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depthMultiplier, 1);
        DepthMultiplier = depthMultiplier;
        DepthwiseInitializer = depthwiseInitializer ?? new GlorotUniform();
        DepthwiseRegularizer = depthwiseRegularizer;
        DepthwiseConstraint = depthwiseConstraint;
    }

    /// <summary>The number of filters for each channel.</summary>
    public int DepthMultiplier { get; }

    /// <summary>Where the first weights come from.</summary>
    public Initializer DepthwiseInitializer { get; }

    /// <summary>The penalty on the weights; null for none.</summary>
    public Regularizer? DepthwiseRegularizer { get; }

    /// <summary>What the weights meet after each step; null for nothing.</summary>
    public Constraint? DepthwiseConstraint { get; }

    private protected sealed override long BuildKernels(LayerBuilder builder, long channels)
    {
        long filters = channels * DepthMultiplier;
        _weight = builder.Parameter(
            "weight", Shape.Create([.. Window, 1, filters]), DepthwiseInitializer, DepthwiseRegularizer,
            DepthwiseConstraint);
        return filters;
    }

    private protected sealed override Tensor Slide(Tensor x) =>
        x.Conv(_weight!.Value, Strides.Span, Padding, Dilations.Span, groups: (int)x.Shape[-1]);
}
