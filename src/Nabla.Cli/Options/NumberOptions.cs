using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Nabla.Cli.Options;

/// <summary>Options that hold one number within limits; a broken limit is said with the number that broke it.</summary>
internal static class NumberOptions
{
    /// <summary>A whole number within limits, both included.</summary>
    public static Option<int> Count(
        string name, string description, int fallback, int minimum, int maximum = int.MaxValue)
    {
        string expected = maximum == int.MaxValue
            ? $"a whole number from {minimum}"
            : $"a whole number from {minimum} to {maximum}";
        return new Option<int>(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => fallback,
            CustomParser = result => Parse<int>(
                name, result, NumberStyles.Integer, expected, value => value >= minimum && value <= maximum) ?? default,
        };
    }

    /// <summary>A number within limits, the upper one excluded; null when it is not given.</summary>
    public static Option<double?> Real(
        string name, string description, double minimum, double limit = double.PositiveInfinity,
        bool isMinimumAllowed = true)
    {
        string expected = (isMinimumAllowed ? $"a number from {minimum}" : $"a number above {minimum}")
            + (double.IsFinite(limit) ? $" and below {limit}" : "");
        return new Option<double?>(name)
        {
            Description = description,
            HelpName = "x",
            CustomParser = result => Parse<double>(
                name, result, NumberStyles.Float, expected,
                value => value < limit && (value > minimum || (isMinimumAllowed && value == minimum))),
        };
    }

    private static T? Parse<T>(
        string name, ArgumentResult result, NumberStyles style, string expected, Predicate<T> isAllowed)
        where T : struct, INumberBase<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, style, CultureInfo.InvariantCulture, out T number) && isAllowed(number))
        {
            return number;
        }

        result.AddError($"{name} wants {expected}, not '{text}'.");
        return null;
    }
}
