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
            IEnumerable<string> shown = all.Take(Shown);
            if (all.Length > Shown)
            {
                shown = shown.Append($"… and {all.Length - Shown} more");
            }

            Assert.Fail(string.Join(Environment.NewLine, shown.Prepend($"{all.Length} broken:")));
        }
    }
}
