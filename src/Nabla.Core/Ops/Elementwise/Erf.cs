using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The error function of each element, in [−1, 1].</summary>
    /// <remarks>Computes <c>y = 2/√π · ∫₀ˣ e^(−t²) dt</c>.</remarks>
    public Tensor Erf() => ErfOp.Instance.Apply(AsFloating());
}

internal sealed record ErfOp : UnaryOp
{
    public static readonly ErfOp Instance = new();

    protected override double Reference(double x) => Accurate(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * ((-x.Square()).Exp() * TwoBySqrtPi);

    private const double TwoBySqrtPi = 1.1283791670955126;

    // A series of positive terms near zero, Legendre's continued fraction of the complement beyond
    // (Abramowitz, Stegun 7.1.6, 7.1.14).
    private static double Accurate(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || magnitude > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double scale = Math.Exp(-x * x) * TwoBySqrtPi;
        if (magnitude < 2.5)
        {
            double term = x, sum = x;
            for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
            {
                term *= 2 * x * x / ((2 * n) + 1);
                sum += term;
            }

            return scale * sum;
        }

        double fraction = magnitude;
        for (int n = 60; n > 0; n--)
        {
            fraction = magnitude + (n / 2.0 / fraction);
        }

        return Math.Sign(x) * (1 - (scale / 2 / fraction));
    }
}
