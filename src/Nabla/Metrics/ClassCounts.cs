namespace Nabla;

/// <summary>How decisions about one class came out.</summary>
/// <param name="TruePositives">Examples of the class that were found.</param>
/// <param name="FalsePositives">Examples of others that were taken for it.</param>
/// <param name="FalseNegatives">Examples of the class that were missed.</param>
/// <param name="TrueNegatives">Examples of others that were not taken for it.</param>
public readonly record struct ClassCounts(
    double TruePositives, double FalsePositives, double FalseNegatives, double TrueNegatives)
{
    /// <summary>The counts of a class from a table [true class, decision].</summary>
    internal static ClassCounts Of(double[,] table, int label)
    {
        double found = table[label, label], actual = 0, decided = 0, all = 0;
        for (int i = 0; i < table.GetLength(0); i++)
        {
            actual += table[label, i];
            decided += table[i, label];
            for (int j = 0; j < table.GetLength(1); j++)
            {
                all += table[i, j];
            }
        }

        return new ClassCounts(found, decided - found, actual - found, all - actual - decided + found);
    }

    /// <summary>Both counted together.</summary>
    internal ClassCounts Plus(ClassCounts other) => new(
        TruePositives + other.TruePositives, FalsePositives + other.FalsePositives,
        FalseNegatives + other.FalseNegatives, TrueNegatives + other.TrueNegatives);
}
