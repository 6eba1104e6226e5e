namespace Nabla;

/// <summary>Sums over a table [true class, decision].</summary>
/// <param name="All">Σ of all places.</param>
/// <param name="Right">Σ of the diagonal.</param>
/// <param name="Chance">Σ over classes of examples times decisions.</param>
/// <param name="ActualSquares">Σ over classes of the square of examples.</param>
/// <param name="DecidedSquares">Σ over classes of the square of decisions.</param>
internal readonly record struct Agreement(
    double All, double Right, double Chance, double ActualSquares, double DecidedSquares)
{
    public static Agreement Of(double[,] table)
    {
        int classes = table.GetLength(0);
        double all = 0, right = 0, chance = 0, actualSquares = 0, decidedSquares = 0;
        for (int label = 0; label < classes; label++)
        {
            double actual = 0, decided = 0;
            for (int i = 0; i < classes; i++)
            {
                actual += table[label, i];
                decided += table[i, label];
            }

            all += actual;
            right += table[label, label];
            chance += actual * decided;
            actualSquares += actual * actual;
            decidedSquares += decided * decided;
        }

        return new Agreement(all, right, chance, actualSquares, decidedSquares);
    }
}
