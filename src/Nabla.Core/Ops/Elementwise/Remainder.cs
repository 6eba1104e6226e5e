using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>What is left of the left element after division by the right one; broadcasting.</summary>
    /// <remarks>
    /// Computes <c>y = a − ⌊a / b⌋ · b</c>: the result has the sign of the divisor, as in Python and unlike C#. A
    /// divisor of zero gives NaN for floating numbers and 0 for integers.
    /// </remarks>
    public static Tensor operator %(Tensor left, Tensor right) => RemainderOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Modulus(Tensor, Tensor)"/>
    public static Tensor operator %(Tensor left, Scalar right) => RemainderOp.Instance.On(left, right);

    /// <inheritdoc cref="op_Modulus(Tensor, Tensor)"/>
    public static Tensor operator %(Scalar left, Tensor right) => RemainderOp.Instance.On(left, right);
}

internal sealed record RemainderOp : BinaryOp
{
    public static readonly RemainderOp Instance = new();

    protected override double Reference(double a, double b)
    {
        double remainder = a % b;
        return remainder != 0 && remainder < 0 != b < 0
            ? remainder + b
            : remainder == 0 ? Math.CopySign(0, b) : remainder;
    }

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy) =>
        (dy, -(dy * ((a - y) / b)));
}
