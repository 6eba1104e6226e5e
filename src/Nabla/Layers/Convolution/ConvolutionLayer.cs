namespace Nabla;

/// <summary>A layer that slides a window over the spatial axes of images [batch, spatial…, channels].</summary>
/// <remarks>Numbers for the spatial axes are given as one for all of them, or as one for each.</remarks>
public abstract class ConvolutionLayer : Layer
{
    private static readonly string[] s_axes = ["steps", "height, width", "depth, height, width"];
    private static readonly string[] s_examples = ["[100, 1]", "[28, 28, 1]", "[16, 28, 28, 1]"];

    private Variable? _bias;

    private protected ConvolutionLayer(
        Axes<long> kernelSize, Axes<long> strides, Padding? padding, Axes<long> dilations, Activation? activation,
        bool useBias, Initializer? biasInitializer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
        Constraint? biasConstraint)
    {
        if (kernelSize.Count == 0)
        {
            throw new ArgumentException(
                $"{GetType().Name} takes a kernelSize, such as 3 or one number for each spatial axis, but got none.",
                nameof(kernelSize));
        }

        KernelSize = Checked(kernelSize, nameof(kernelSize));
        Strides = Checked(strides, nameof(strides));
        Padding = Checked(padding ?? Padding.Valid, nameof(padding));

        Dilations = Checked(dilations, nameof(dilations));
        Activation = activation ?? Activation.Linear;
        UseBias = useBias;
        BiasInitializer = biasInitializer ?? new Zeros();
        BiasRegularizer = biasRegularizer;
        ActivityRegularizer = activityRegularizer;
        BiasConstraint = biasConstraint;
    }

    /// <summary>The extents of the window, as they were given.</summary>
    public Axes<long> KernelSize { get; }

    /// <summary>How far apart neighbouring results are in the image; empty for 1.</summary>
    public Axes<long> Strides { get; }

    /// <summary>What lies around the image.</summary>
    public Padding Padding { get; }

    /// <summary>How far apart the elements of the window are in the image; empty for 1.</summary>
    public Axes<long> Dilations { get; }

    /// <summary>What is applied to the result.</summary>
    public Activation Activation { get; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; }

    /// <summary>Where the first biases come from.</summary>
    public Initializer BiasInitializer { get; }

    /// <summary>The penalty on the biases; null for none.</summary>
    public Regularizer? BiasRegularizer { get; }

    /// <summary>The penalty on the result; null for none.</summary>
    public Regularizer? ActivityRegularizer { get; }

    /// <summary>What the biases meet after each step; null for nothing.</summary>
    public Constraint? BiasConstraint { get; }

    /// <summary>The number of spatial axes.</summary>
    private protected abstract int SpatialRank { get; }

    /// <summary>The extents of the window, one for each spatial axis.</summary>
    private protected IEnumerable<long> Window =>
        Enumerable.Range(0, SpatialRank).Select(axis => KernelSize[KernelSize.Count == 1 ? 0 : axis]);

    /// <inheritdoc/>
    protected sealed override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        CheckRank(inputShape);
        long filters = BuildKernels(builder, inputShape[-1]);
        _bias = UseBias ? builder.Parameter("bias", [filters], BiasInitializer, BiasRegularizer, BiasConstraint) : null;
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context) // x: [batch, spatial…, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (!x.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{Subject} expects floating pixels but got {x.Spec}; "
                + "cast them, as in x.Cast(DType.Float32) / 255, or put a Rescaling(1 / 255.0) before it.",
                x.DType);
        }

        CheckRank(x.Shape);
        long channels = InputSpec!.Value.Shape[-1];
        if (x.Shape[-1] != channels)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects {channels} channels on the last axis but got {x.Shape}; "
                + "feed it what it was built for, or build another layer.", x.Shape);
        }

        Tensor y = Slide(x);
        y = Activation.Apply(_bias is null ? y : y + _bias.Value);
        context.AddActivityLoss(ActivityRegularizer, y);
        return y;
    }

    /// <summary>Creates the kernels and returns the number of filters.</summary>
    private protected abstract long BuildKernels(LayerBuilder builder, long channels);

    /// <summary>The layer's function without bias and activation, for images that fit.</summary>
    private protected abstract Tensor Slide(Tensor x);

    private void CheckRank(Shape shape)
    {
        if (shape.Rank != SpatialRank + 2)
        {
            string advice = shape.Rank == SpatialRank + 1
                ? $"if it is the axis of channels that is missing, put a Reshape({s_examples[SpatialRank - 1]}) before "
                    + "it, or insert it with ExpandAxis(-1); if it is the batch, with ExpandAxis(0)"
                : "give it images of as many axes";
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, {s_axes[SpatialRank - 1]}, channels] but got {shape}; {advice}.", shape);
        }
    }

    private Padding Checked(Padding padding, string name) =>
        PaddingWidths.Checked(GetType().Name, padding, SpatialRank, name);

    private Axes<long> Checked(Axes<long> numbers, string name)
    {
        if (numbers.Count > 1 && numbers.Count != SpatialRank)
        {
            throw new ArgumentException(
                $"{GetType().Name} takes one number as {name}, or one for each of its {SpatialRank} spatial axes, but "
                + $"got {numbers}.", name);
        }

        foreach (long number in numbers)
        {
            if (number < 1)
            {
                throw new ArgumentOutOfRangeException(
                    name, number, $"{GetType().Name} takes numbers of 1 or more as {name}, but got {numbers}.");
            }
        }

        return numbers;
    }
}
