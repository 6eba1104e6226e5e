using System.Globalization;
using System.Text.RegularExpressions;

namespace Nabla.Guide.Tests;

/// <summary>Compares what was printed with what a page says is printed.</summary>
/// <remarks>
/// <c>…</c> stands for anything within a line, and as a line of its own for any lines. A fraction may differ by two
/// in its last place, since machines without fused multiplication round otherwise; whole numbers and words are as
/// stated.
/// </remarks>
internal static partial class PrintedText
{
    private const string Anything = "…";
    private const string NumberPattern = @"-?\d+\.\d+(?:[eE][-+]?\d+)?";
    private const int Timeout = 5000;

    [GeneratedRegex(@"…|\s+|-?\d+\.\d+(?:[eE][-+]?\d+)?", RegexOptions.None, Timeout)]
    private static partial Regex Special { get; }

    public static bool Matches(ReadOnlySpan<string> expected, ReadOnlySpan<string> printed)
    {
        if (expected.IsEmpty)
        {
            return printed.IsEmpty;
        }

        if (expected[0].Trim() == Anything)
        {
            for (int skipped = 0; skipped <= printed.Length; skipped++)
            {
                if (Matches(expected[1..], printed[skipped..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !printed.IsEmpty && LineMatches(expected[0], printed[0]) && Matches(expected[1..], printed[1..]);
    }

    private static bool LineMatches(string expected, string printed)
    {
        var numbers = new List<string>();
        string pattern = "";
        int end = 0;
        foreach (Match match in Special.Matches(expected))
        {
            pattern += Regex.Escape(expected[end..match.Index]);
            end = match.Index + match.Length;
            if (match.Value == Anything)
            {
                pattern += ".*?";
            }
            else if (string.IsNullOrWhiteSpace(match.Value))
            {
                pattern += @"\s+";
            }
            else
            {
                numbers.Add(match.Value);
                pattern += $"({NumberPattern})";
            }
        }

        pattern += Regex.Escape(expected[end..]);
        Match whole = Regex.Match(
            printed, $"^{pattern}$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(Timeout));
        return whole.Success
            && numbers.Select((number, i) => IsNear(number, whole.Groups[i + 1].Value)).All(near => near);
    }

    private static bool IsNear(string expected, string printed)
    {
        string[] parts = expected.Split('e', 'E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        double unit = Math.Pow(10, exponent - (parts[0].Length - 1 - parts[0].IndexOf('.', StringComparison.Ordinal)));
        double difference = double.Parse(expected, CultureInfo.InvariantCulture)
            - double.Parse(printed, CultureInfo.InvariantCulture);
        return Math.Abs(difference) < 2.5 * unit;
    }
}
