namespace Nabla.Architecture.Tests;

/// <summary>Shows broken rules one a line, all at once, because they are mended together.</summary>
internal static class Violations
{
    private const int Shown = 40;

    public static void AssertNone(IEnumerable<string> violations)
    {
        string[] all = [.. violations.Distinct(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            string more = all.Length > Shown ? $"{Environment.NewLine}… and {all.Length - Shown} more" : "";
            Assert.Fail($"{all.Length} broken:{Environment.NewLine}{string.Join(Environment.NewLine, all.Take(Shown))}{more}");
        }
    }
}
