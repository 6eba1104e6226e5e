using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The sum of the elements along axes.</summary>
    /// <remarks>Bools and integers are summed in int64; the sum of nothing is 0.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Sum(params ReadOnlySpan<int> axes) => Sum(axes, keepAxes: false);

    /// <inheritdoc cref="Sum(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Sum(ReadOnlySpan<int> axes, bool keepAxes) =>
        new SumOp(Axes.Normalize(Shape, axes), keepAxes).Apply(Cast(DTypes.Accumulator(DType)));
}

internal sealed record SumOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
{
    public override DType ResultType(DType input) => input;

    public override bool KeepsSingleElements => true;

    public override double Identity(DType dtype) => 0;

    public override double Fold(double accumulator, double x) => accumulator + x;

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy.BroadcastTo(x.Shape);
}
