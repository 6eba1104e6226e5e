using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
    /// <remarks>Computes <c>y = ln(1 + x)</c>; −1 gives −∞, less gives NaN.</remarks>
    public Tensor Log1p() => Log1pOp.Instance.Apply(AsFloating());
}

internal sealed record Log1pOp : UnaryOp
{
    public static readonly Log1pOp Instance = new();

    protected override double Reference(double x) => Accurate(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy / (x + 1);

    /// <summary><c>ln(1 + x)</c> without losing the digits of a small x.</summary>
    /// <remarks>W. Kahan's correction: the rounding of 1 + x cancels between the logarithm and the quotient.</remarks>
    internal static double Accurate(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsFinite(sum) && sum > 0 ? Math.Log(sum) * x / (sum - 1) : Math.Log(sum);
    }
}
