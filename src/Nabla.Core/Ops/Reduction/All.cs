using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Whether all elements are true along axes.</summary>
    /// <remarks>Numbers count as true unless they are zero; of no elements the answer is true.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <returns>A bool tensor.</returns>
    public Tensor All(params ReadOnlySpan<int> axes) => All(axes, keepAxes: false);

    /// <inheritdoc cref="All(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor All(ReadOnlySpan<int> axes, bool keepAxes) =>
        new AllOp(Axes.Normalize(Shape, axes), keepAxes).Apply(Cast(DType.Bool));
}

internal sealed record AllOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
{
    public override bool KeepsSingleElements => true;

    public override double Identity(DType dtype) => 1;

    public override double Fold(double accumulator, double x) => accumulator != 0 && x != 0 ? 1 : 0;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
