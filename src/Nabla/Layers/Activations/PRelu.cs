namespace Nabla;

/// <summary>A rectifier whose negative side has a slope that is learned, one for each channel.</summary>
/// <remarks>
/// Computes <c>y = x for x &gt; 0, slope · x otherwise</c>. The parameter <c>slope</c> is as long as the last axis.
/// Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015.
/// </remarks>
[Component("p_relu")]
public sealed class PRelu : Layer
{
    private Variable? _slope;

    /// <summary>Creates the layer.</summary>
    /// <param name="slopeInitializer">
    /// Where the first slopes come from; 0.25 each, as in PyTorch, by default. Keras starts at 0.
    /// </param>
    /// <param name="slopeRegularizer">A penalty on the slopes; nothing by default.</param>
    /// <param name="slopeConstraint">What the slopes meet after each step; nothing by default.</param>
    public PRelu(
        Initializer? slopeInitializer = null, Regularizer? slopeRegularizer = null, Constraint? slopeConstraint = null)
    {
        SlopeInitializer = slopeInitializer ?? new Constant(0.25);
        SlopeRegularizer = slopeRegularizer;
        SlopeConstraint = slopeConstraint;
    }

    /// <summary>Where the first slopes come from.</summary>
    public Initializer SlopeInitializer { get; }

    /// <summary>The penalty on the slopes; null for none.</summary>
    public Regularizer? SlopeRegularizer { get; }

    /// <summary>What the slopes meet after each step; null for nothing.</summary>
    public Constraint? SlopeConstraint { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (inputShape.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, …, channels] but got {inputShape}; insert the axis that is missing with "
                + "ExpandAxis.", inputShape);
        }

        _slope = builder.Parameter("slope", [inputShape[-1]], SlopeInitializer, SlopeRegularizer, SlopeConstraint);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor slope = _slope!.Value;
        return x.Rank >= 2 && x.Shape[-1] == slope.Shape[0]
            ? x.PRelu(slope)
            : throw new ShapeMismatchException(
                $"{Subject} expects {slope.Shape[0]} channels on the last axis but got {x.Shape}; "
                + "feed it what it was built for, or build another layer.", x.Shape);
    }
}
