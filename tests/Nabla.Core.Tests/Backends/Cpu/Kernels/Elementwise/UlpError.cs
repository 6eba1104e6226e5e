namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

/// <summary>Distances from a true value in units in the last place of the float that is nearest to it.</summary>
internal static class UlpError
{
    private const double SmallestUlp = 1.401298464324817e-45;

    /// <summary>0 where both are NaN, infinity where one is; an infinite result counts as 2¹²⁸, which is where rounding
    /// puts it.</summary>
    public static double Of(float actual, double exact)
    {
        if (float.IsNaN(actual) || double.IsNaN(exact))
        {
            return float.IsNaN(actual) && double.IsNaN(exact) ? 0 : double.PositiveInfinity;
        }

        const double Top = 3.402823669209385e38;
        double bounded = Math.Clamp(exact, -Top, Top);
        double value = float.IsInfinity(actual) ? Math.CopySign(Top, actual) : actual;
        if (bounded == 0)
        {
            return value == 0 && double.IsNegative(exact) == float.IsNegative(actual) ? 0 : double.PositiveInfinity;
        }

        double ulp = Math.Max(Math.ScaleB(1, Math.Min(Math.ILogB(bounded), 127) - 23), SmallestUlp);
        return Math.Abs(value - bounded) / ulp;
    }
}
