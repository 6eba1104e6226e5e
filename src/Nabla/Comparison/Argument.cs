using System.Runtime.CompilerServices;

namespace Nabla.Comparison;

/// <summary>Checks numbers that losses and metrics are made with.</summary>
internal static class Argument
{
    /// <summary>A finite number above 0.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Error(name, value, "is a finite number above 0, such as 1");

    /// <summary>A finite number, 0 or more.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw Error(name, value, "is finite and not negative, such as 1");

    /// <summary>A number from 0 to less than 1.</summary>
    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Error(name, value, "is 0 or more and less than 1, such as 0.1");

    /// <summary>A number from 0 to 1.</summary>
    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Error(name, value, "is from 0 to 1, such as 0.5");

    /// <summary>A finite number.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Error(name, value, "is a finite number, such as 0 for logits");

    /// <summary>A whole number of a least size.</summary>
    public static int AtLeast(int least, int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw Error(name, value, $"is {least} or more");

    private static ArgumentOutOfRangeException Error(string name, object value, string rule) =>
        new(name, value, $"{name} {rule}.");
}
