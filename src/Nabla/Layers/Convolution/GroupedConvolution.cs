namespace Nabla;

/// <summary>A convolution, transposed or not, of a number of filters, in groups or not.</summary>
public abstract class GroupedConvolution : ConvolutionLayer
{
    private Variable? _weight;

    private protected GroupedConvolution(
        int filters, Axes<long> kernelSize, Axes<long> strides, Padding? padding, Axes<long> dilations, int groups,
        Activation? activation, bool useBias, Initializer? kernelInitializer, Initializer? biasInitializer,
        Regularizer? kernelRegularizer, Regularizer? biasRegularizer, Regularizer? activityRegularizer,
        Constraint? kernelConstraint, Constraint? biasConstraint)
        : base(
            kernelSize, strides, padding, dilations, activation, useBias, biasInitializer, biasRegularizer,
            activityRegularizer, biasConstraint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (filters % groups != 0)
        {
            throw new ArgumentException(
                $"{GetType().Name} cuts its {filters} filters into {groups} groups of one size; take a number of "
                + "groups that divides them.", nameof(groups));
        }

        (Filters, Groups) = (filters, groups);
        KernelInitializer = kernelInitializer ?? new GlorotUniform();
        KernelRegularizer = kernelRegularizer;
        KernelConstraint = kernelConstraint;
    }

    /// <summary>The number of channels of the result.</summary>
    public int Filters { get; }

    /// <summary>How many parts the channels are cut into, each with its share of the filters.</summary>
    public int Groups { get; }

    /// <summary>Where the first weights come from.</summary>
    public Initializer KernelInitializer { get; }

    /// <summary>The penalty on the weights; null for none.</summary>
    public Regularizer? KernelRegularizer { get; }

    /// <summary>What the weights meet after each step; null for nothing.</summary>
    public Constraint? KernelConstraint { get; }

    private protected sealed override long BuildKernels(LayerBuilder builder, long channels)
    {
        if (channels % Groups != 0)
        {
            throw new ShapeMismatchException(
                $"{Subject} cuts channels into {Groups} groups of one size but got {channels} of them; take a number "
                + "of groups that divides them.");
        }

        _weight = builder.Parameter(
            "weight", Shape.Create([.. Window, .. KernelMatrix(channels)]), KernelInitializer, KernelRegularizer,
            KernelConstraint);
        return Filters;
    }

    private protected sealed override Tensor Slide(Tensor x) => Slide(x, _weight!.Value);

    /// <summary>The last two extents of the weights.</summary>
    private protected abstract long[] KernelMatrix(long channels);

    /// <summary>The layer's function without bias and activation.</summary>
    private protected abstract Tensor Slide(Tensor x, Tensor weight);
}
