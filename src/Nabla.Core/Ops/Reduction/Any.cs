using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Whether any element is true along axes.</summary>
    /// <remarks>Numbers count as true unless they are zero; of no elements the answer is false.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <returns>A bool tensor.</returns>
    public Tensor Any(params ReadOnlySpan<int> axes) => Any(axes, keepAxes: false);

    /// <inheritdoc cref="Any(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Any(ReadOnlySpan<int> axes, bool keepAxes) =>
        new AnyOp(Axes.Normalize(Shape, axes), keepAxes).Apply(Cast(DType.Bool));
}

internal sealed record AnyOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
{
    public override bool KeepsSingleElements => true;

    public override double Identity(DType dtype) => 0;

    public override double Fold(double accumulator, double x) => accumulator != 0 || x != 0 ? 1 : 0;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
