using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The product of the elements along axes.</summary>
    /// <remarks>
    /// Bools and integers are multiplied in int64; the product of nothing is 1. The gradient is right where elements
    /// are zero; second gradients are right where none is.
    /// </remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Product(params ReadOnlySpan<int> axes) => Product(axes, keepAxes: false);

    /// <inheritdoc cref="Product(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Product(ReadOnlySpan<int> axes, bool keepAxes) =>
        new ProductOp(Axes.Normalize(Shape, axes), keepAxes).Apply(Cast(DTypes.Accumulator(DType)));
}

internal sealed record ProductOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
{
    public override bool KeepsSingleElements => true;

    public override double Identity(DType dtype) => 1;

    public override double Fold(double accumulator, double x) => accumulator * x;

    // y / x would be 0 / 0 at a zero. With one zero only that element has a gradient, with two none has.
    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy)
    {
        Tensor isZero = x.IsEqual(0);
        Tensor zeros = isZero.Cast(x.DType).Sum(Axes.Span, keepAxes: true);
        Tensor nonZero = isZero.Where(1, x);
        Tensor others = nonZero.Product(Axes.Span, keepAxes: true) / nonZero;
        Tensor counts = zeros.IsEqual(0) | (zeros.IsEqual(1) & isZero);
        return dy * counts.Where(others, 0);
    }
}
