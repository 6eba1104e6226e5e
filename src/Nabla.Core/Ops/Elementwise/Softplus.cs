using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A smooth rectifier.</summary>
    /// <remarks>
    /// Computes <c>y = ln(1 + eˣ)</c> as <c>max(x, 0) + ln(1 + e^−|x|)</c>, which never overflows; the gradient is the
    /// sigmoid.
    /// </remarks>
    public Tensor Softplus() => SoftplusOp.Instance.Apply(AsFloating());
}

internal sealed record SoftplusOp : UnaryOp
{
    public static readonly SoftplusOp Instance = new();

    protected override double Reference(double x) =>
        double.IsNaN(x) ? x : Math.Max(x, 0) + Log1pOp.Accurate(Math.Exp(-Math.Abs(x)));

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * x.Sigmoid();
}
