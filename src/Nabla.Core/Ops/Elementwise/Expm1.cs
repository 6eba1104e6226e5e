using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The exponential of each element less one, exact near zero.</summary>
    /// <remarks>Computes <c>y = eˣ − 1</c>.</remarks>
    public Tensor Expm1() => Expm1Op.Instance.Apply(AsFloating());
}

internal sealed record Expm1Op : UnaryOp
{
    public static readonly Expm1Op Instance = new();

    protected override double Reference(double x) => Accurate(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * (y + 1);

    // W. Kahan's correction: the rounding of eˣ cancels between numerator and denominator.
    private static double Accurate(double x)
    {
        double exponential = Math.Exp(x);
        return exponential == 1 ? x
            : exponential - 1 == -1 || !double.IsFinite(exponential) ? exponential - 1
            : (exponential - 1) * x / Math.Log(exponential);
    }
}
