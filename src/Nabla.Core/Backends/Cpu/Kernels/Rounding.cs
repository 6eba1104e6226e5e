namespace Nabla.Backends.Cpu.Kernels;

/// <summary>Whole numbers that are at least as large as what they stand for.</summary>
internal static class Rounding
{
    /// <summary>The number of parts of a size that cover a value.</summary>
    public static long DivideUp(long value, long divisor) => (value + divisor - 1) / divisor;

    /// <summary>The smallest multiple that is not less than a value.</summary>
    public static long Up(long value, long multiple) => DivideUp(value, multiple) * multiple;
}
