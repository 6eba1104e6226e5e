namespace Nabla.Cli.CommandLine;

/// <summary>How far two words are apart, to guess what was meant.</summary>
internal static class EditDistance
{
    /// <summary>The candidate that is nearest to what was typed; null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        // One slip in every three letters still is the same word; more is another one.
        int limit = Math.Max(1, typed.TrimStart('-').Length / 3);
        return candidates
            .Select(candidate => (Word: candidate, Distance: Between(typed, candidate)))
            .Where(candidate => candidate.Distance <= limit || IsStart(typed, candidate.Word))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
    /// </summary>
    /// <remarks>The optimal string alignment distance of Damerau and Levenshtein.</remarks>
    public static int Between(string first, string second)
    {
        int[,] distance = new int[first.Length + 1, second.Length + 1];
        for (int i = 0; i <= first.Length; i++)
        {
            for (int j = 0; j <= second.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[first.Length, second.Length];
    }

    private static bool IsStart(string typed, string candidate) =>
        typed.TrimStart('-').Length >= 3 && candidate.StartsWith(typed, StringComparison.Ordinal);
}
