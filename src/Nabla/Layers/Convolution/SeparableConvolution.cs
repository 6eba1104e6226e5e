namespace Nabla;

/// <summary>
/// A layer that filters each channel alone and then mixes the channels of each pixel: <see cref="SeparableConv1D"/>,
/// <see cref="SeparableConv2D"/>.
/// </summary>
/// <remarks>
/// Computes <c>y = activation(x ∗ depthwise_weight ∗ pointwise_weight + bias)</c>, see <see cref="Tensor.Conv"/>, with
/// far fewer weights than a convolution of the same window: depthwise [size…, 1, channels · depthMultiplier], as in
/// <see cref="DepthwiseConvolution"/>, and pointwise [1…, channels · depthMultiplier, filters].
/// </remarks>
public abstract class SeparableConvolution : ConvolutionLayer
{
    private Variable? _depthwise;
    private Variable? _pointwise;

    /// <summary>Creates the layer; its parameters follow when the shape of its input is known.</summary>
    /// <param name="filters">The number of channels of the result.</param>
    /// <param name="kernelSize">The extents of the window: one for all spatial axes, or one for each.</param>
    /// <param name="strides">How far apart neighbouring results are in the image; 1 by default.</param>
    /// <param name="padding">
    /// What lies around the image: nothing by default; <see cref="Padding.Same"/> keeps its size, a number adds as many
    /// zeros at each end.
    /// </param>
    /// <param name="dilations">How far apart the elements of the window are in the image; 1 by default.</param>
    /// <param name="depthMultiplier">The number of filters for each channel, before they are mixed.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; a normalization that follows makes it superfluous.</param>
    /// <param name="depthwiseInitializer">
    /// Where the first weights of the windows come from; <see cref="GlorotUniform"/> by default.
    /// </param>
    /// <param name="pointwiseInitializer">
    /// Where the first weights of the mixture come from; <see cref="GlorotUniform"/> by default.
    /// </param>
    /// <param name="biasInitializer">Where the first biases come from; <see cref="Zeros"/> by default.</param>
    /// <param name="depthwiseRegularizer">A penalty on the weights of the windows; nothing by default.</param>
    /// <param name="pointwiseRegularizer">A penalty on the weights of the mixture; nothing by default.</param>
    /// <param name="biasRegularizer">A penalty on the biases; nothing by default.</param>
    /// <param name="activityRegularizer">
    /// A penalty on the result, divided by the number of examples; nothing by default.
    /// </param>
    /// <param name="depthwiseConstraint">What the weights of the windows meet after each step.</param>
    /// <param name="pointwiseConstraint">What the weights of the mixture meet after each step.</param>
    /// <param name="biasConstraint">What the biases meet after each step; nothing by default.</param>
    /// <exception cref="ArgumentException">There is not a number for each spatial axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    private protected SeparableConvolution(
        int filters, Axes<long> kernelSize, Axes<long> strides, Padding? padding, Axes<long> dilations,
        int depthMultiplier, Activation? activation, bool useBias, Initializer? depthwiseInitializer,
        Initializer? pointwiseInitializer, Initializer? biasInitializer, Regularizer? depthwiseRegularizer,
        Regularizer? pointwiseRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
        Constraint? depthwiseConstraint, Constraint? pointwiseConstraint, Constraint? biasConstraint)
        : base(
            kernelSize, strides, padding, dilations, activation, useBias, biasInitializer, biasRegularizer,
            activityRegularizer, biasConstraint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depthMultiplier, 1);
        (Filters, DepthMultiplier) = (filters, depthMultiplier);
        DepthwiseInitializer = depthwiseInitializer ?? new GlorotUniform();
        PointwiseInitializer = pointwiseInitializer ?? new GlorotUniform();
        (DepthwiseRegularizer, PointwiseRegularizer) = (depthwiseRegularizer, pointwiseRegularizer);
        (DepthwiseConstraint, PointwiseConstraint) = (depthwiseConstraint, pointwiseConstraint);
    }

    /// <summary>The number of channels of the result.</summary>
    public int Filters { get; }

    /// <summary>The number of filters for each channel, before they are mixed.</summary>
    public int DepthMultiplier { get; }

    /// <summary>Where the first weights of the windows come from.</summary>
    public Initializer DepthwiseInitializer { get; }

    /// <summary>Where the first weights of the mixture come from.</summary>
    public Initializer PointwiseInitializer { get; }

    /// <summary>The penalty on the weights of the windows; null for none.</summary>
    public Regularizer? DepthwiseRegularizer { get; }

    /// <summary>The penalty on the weights of the mixture; null for none.</summary>
    public Regularizer? PointwiseRegularizer { get; }

    /// <summary>What the weights of the windows meet after each step; null for nothing.</summary>
    public Constraint? DepthwiseConstraint { get; }

    /// <summary>What the weights of the mixture meet after each step; null for nothing.</summary>
    public Constraint? PointwiseConstraint { get; }

    private protected sealed override long BuildKernels(LayerBuilder builder, long channels)
    {
        long between = channels * DepthMultiplier;
        _depthwise = builder.Parameter(
            "depthwise_weight", Shape.Create([.. Window, 1, between]), DepthwiseInitializer, DepthwiseRegularizer,
            DepthwiseConstraint);
        _pointwise = builder.Parameter(
            "pointwise_weight", Shape.Create([.. Window.Select(_ => 1L), between, Filters]), PointwiseInitializer,
            PointwiseRegularizer, PointwiseConstraint);
        return Filters;
    }

    private protected sealed override Tensor Slide(Tensor x) => x
        .Conv(_depthwise!.Value, Strides.Span, Padding, Dilations.Span, groups: (int)x.Shape[-1])
        .Conv(_pointwise!.Value);
}
