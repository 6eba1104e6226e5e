using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Raises each element to a power, broadcasting; integers and bools are raised as float32.</summary>
    /// <remarks>
    /// Computes <c>y = xᵉ</c>. Anything to the power of 0 is 1; a negative number to a broken power is NaN. The
    /// gradient of the exponent is <c>y · ln x</c>, and 0 where x is 0 and the exponent is not negative.
    /// </remarks>
    public Tensor Pow(Tensor exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return PowOp.Instance.On(AsFloating(), exponent.AsFloating());
    }

    /// <inheritdoc cref="Pow(Tensor)"/>
    public Tensor Pow(Scalar exponent) => exponent.ToDouble() switch
    {
        -1 => Reciprocal(),
        -0.5 => ReciprocalSqrt(),
        0.5 => Sqrt(),
        1 => AsFloating(),
        2 => AsFloating().Square(),
        3 => AsFloating().Square() * AsFloating(),
        _ => PowOp.Instance.On(AsFloating(), exponent),
    };
}

internal sealed record PowOp : BinaryOp
{
    public static readonly PowOp Instance = new();

    public override OpDomain Domain => OpDomain.Floating;

    protected override double Reference(double a, double b) => Math.Pow(a, b);

    protected override (Tensor? A, Tensor? B) Gradient(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        // Both guards keep 0 · ∞ out: x⁰ does not depend on x, and 0ᵉ does not depend on e.
        Tensor ofBase = b.IsEqual(0).Where(0, b * a.Pow(b - 1));
        Tensor ofExponent = (a.IsEqual(0) & (b >= 0)).Where(0, y * a.Log());
        return (dy * ofBase, dy * ofExponent);
    }
}
