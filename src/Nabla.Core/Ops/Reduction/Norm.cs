namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The Euclidean length of the elements along axes.</summary>
    /// <remarks>Computes <c>y = √Σ x²</c>. The gradient at zero length is 0.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Norm(params ReadOnlySpan<int> axes) => Norm(axes, keepAxes: false);

    /// <inheritdoc cref="Norm(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Norm(ReadOnlySpan<int> axes, bool keepAxes)
    {
        Tensor sum = AsFloating().Square().Sum(axes, keepAxes), isZero = sum.IsEqual(0);

        // The root never sees zero, where its slope is infinite.
        return isZero.Where(0, isZero.Where(1, sum).Sqrt());
    }
}
