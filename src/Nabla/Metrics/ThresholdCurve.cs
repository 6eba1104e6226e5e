namespace Nabla;

/// <summary>
/// How many yeses are right and wrong for each border between no and yes, from the highest border down.
/// </summary>
internal sealed class ThresholdCurve
{
    private ThresholdCurve(double[] truePositives, double[] falsePositives)
    {
        TruePositives = truePositives;
        FalsePositives = falsePositives;
    }

    /// <summary>The weight of right yeses at each border; the first border lets nothing through.</summary>
    public double[] TruePositives { get; }

    /// <summary>The weight of wrong yeses at each border.</summary>
    public double[] FalsePositives { get; }

    /// <summary>The weight of all that is true.</summary>
    public double Positives => TruePositives[^1];

    /// <summary>The weight of all that is not.</summary>
    public double Negatives => FalsePositives[^1];

    /// <summary>The curve of scores; null where a score is NaN, so that there is no order.</summary>
    public static ThresholdCurve? Of(double[] scores, bool[] answers, double[]? weights)
    {
        if (scores.Any(double.IsNaN))
        {
            return null;
        }

        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort((double[])scores.Clone(), order);
        Array.Reverse(order);

        // Equal scores fall on one side of every border together.
        List<double> right = [0], wrong = [0];
        double truePositives = 0, falsePositives = 0;
        for (int i = 0; i < order.Length; i++)
        {
            double weight = weights is null ? 1 : weights[order[i]];
            truePositives += answers[order[i]] ? weight : 0;
            falsePositives += answers[order[i]] ? 0 : weight;
            if (i == order.Length - 1 || scores[order[i]] != scores[order[i + 1]])
            {
                right.Add(truePositives);
                wrong.Add(falsePositives);
            }
        }

        return new ThresholdCurve([.. right], [.. wrong]);
    }

    /// <summary>The area under sensitivity against 1 − specificity; NaN where there is but one answer.</summary>
    public double RocArea()
    {
        double area = 0;
        for (int i = 1; i < TruePositives.Length; i++)
        {
            area += (FalsePositives[i] - FalsePositives[i - 1]) * (TruePositives[i] + TruePositives[i - 1]) / 2;
        }

        return area / Positives / Negatives;
    }

    /// <summary>The mean precision over recall, by steps; NaN where nothing is true.</summary>
    public double AveragePrecision()
    {
        double area = 0;
        for (int i = 1; i < TruePositives.Length; i++)
        {
            double gained = TruePositives[i] - TruePositives[i - 1];
            area += gained == 0 ? 0 : gained * TruePositives[i] / (TruePositives[i] + FalsePositives[i]);
        }

        return area / Positives;
    }
}
