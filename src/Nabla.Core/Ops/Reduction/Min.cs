using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The smallest element along axes.</summary>
    /// <remarks>NaN wins. Where several elements are smallest, the gradient is shared equally.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Min(params ReadOnlySpan<int> axes) => Min(axes, keepAxes: false);

    /// <inheritdoc cref="Min(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Min(ReadOnlySpan<int> axes, bool keepAxes) =>
        new MinOp(Axes.Normalize(Shape, axes), keepAxes).Apply(this);
}

internal sealed record MinOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
{
    public override bool AllowsEmpty => false;

    public override bool KeepsSingleElements => true;

    public override double Identity(DType dtype) => dtype switch
    {
        DType.Float32 or DType.Float64 => double.PositiveInfinity,
        DType.Int64 => long.MaxValue,
        DType.Int32 => int.MaxValue,
        _ => byte.MaxValue,
    };

    public override double Fold(double accumulator, double x) =>
        double.IsNaN(accumulator) || accumulator <= x ? accumulator : x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => SharedGradient.Of(this, x, y, dy);
}
