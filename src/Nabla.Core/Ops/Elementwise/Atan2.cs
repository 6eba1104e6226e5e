using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The angle of the point (x, y) in the plane, where this tensor is y; broadcasting.</summary>
    /// <remarks>
    /// Computes <c>angle = atan(y / x)</c> in the right quadrant, from −π to π; the sign of a zero y counts where x is
    /// negative. The gradient at the origin is NaN.
    /// </remarks>
    /// <param name="x">The abscissa.</param>
    /// <returns>Radians.</returns>
    public Tensor Atan2(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        (Tensor a, Tensor b) = AsFloating().AlignWith(x.AsFloating(), AddOp.Instance);
        return new Atan2Op().Apply(a, b);
    }
}

internal sealed record Atan2Op : FusedOp
{
    public override bool HasOwnGradient => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    // Within one eighth of the circle, where the quotient is at most 1; then by its symmetries.
    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor y = inputs[0], x = inputs[1], height = y.Abs(), width = x.Abs(), isSteep = height > width;
        Tensor larger = height.Maximum(width), smaller = height.Minimum(width);

        // Two infinities are on the diagonal; the origin has angle 0.
        Tensor quotient = larger.IsEqual(0).Where(0, larger.IsEqual(smaller).Where(1, smaller / larger));
        Tensor eighth = quotient.Atan(), quarter = isSteep.Where(Math.PI / 2 - eighth, eighth);

        // 1/−0 is −∞, which is how a negative zero shows.
        Tensor isLeft = (x < 0) | (x.IsEqual(0) & (x.Reciprocal() < 0));
        Tensor isBelow = (y < 0) | (y.IsEqual(0) & (y.Reciprocal() < 0));
        Tensor half = isLeft.Where(Math.PI - quarter, quarter);
        return [isBelow.Where(-half, half)];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor y = node.Inputs[0], x = node.Inputs[1];
        Tensor share = gradients[0]! / (x.Square() + y.Square());
        return [x * share, -y * share];
    }
}
