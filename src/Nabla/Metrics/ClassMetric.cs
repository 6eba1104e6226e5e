namespace Nabla;

/// <summary>A score of each class, averaged over the classes.</summary>
/// <remarks>
/// A score whose divisor is 0 counts as 0, as in scikit-learn; a class that is neither among targets nor among
/// decisions is left out of a mean. NaN before the first batch.
/// </remarks>
public abstract class ClassMetric : ConfusionMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="average">
    /// How the classes become one; null for the binary score of 2, the macro mean of more.
    /// </param>
    /// <param name="classId">The class whose score alone counts; null for the average.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentException">The binary score of more than two classes was asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    protected ClassMetric(int classes, ClassAverage? average, int? classId, double threshold) : base(classes, threshold)
    {
        if (average is ClassAverage.Binary && classes != 2)
        {
            throw new ArgumentException(
                $"There is no binary score of {classes} classes; choose ClassAverage.Macro, or a class by classId.",
                nameof(average));
        }

        if (average is { } kind && !Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(
                nameof(average), average, "An average is Binary, Micro, Macro or Weighted.");
        }

        if (classId is { } label && (label < 0 || label >= classes))
        {
            throw new ArgumentOutOfRangeException(
                nameof(classId), classId, $"There are the classes 0 to {classes - 1}.");
        }

        Average = average ?? (classes == 2 ? ClassAverage.Binary : ClassAverage.Macro);
        ClassId = classId;
    }

    /// <summary>How the classes become one.</summary>
    public ClassAverage? Average { get; }

    /// <summary>The class whose score alone counts.</summary>
    public int? ClassId { get; }

    /// <summary>The score of each class, in the order of the classes.</summary>
    /// <param name="state">The state to read.</param>
    public double[] Scores(IReadOnlyList<Tensor> state) => [.. Counts(Table(state)).Select(Score)];

    /// <inheritdoc/>
    protected sealed override double Compute(double[,] table)
    {
        ClassCounts[] counts = Counts(table);
        if (table.Cast<double>().Sum() == 0)
        {
            return double.NaN;
        }

        if (ClassId is { } label)
        {
            return Score(counts[label]);
        }

        return Average switch
        {
            ClassAverage.Binary => Score(counts[1]),
            ClassAverage.Micro => Score(counts.Aggregate((left, right) => left.Plus(right))),
            ClassAverage.Macro => counts.Where(IsPresent).Average(Score),
            _ => counts.Sum(count => Support(count) * Score(count)) / counts.Sum(Support),
        };
    }

    /// <summary>The average of a table [true class, decision].</summary>
    internal double ResultOf(double[,] table) => Compute(table);

    /// <summary>The score of one class.</summary>
    protected abstract double Score(ClassCounts counts);

    /// <summary>A quotient, 0 where the divisor is.</summary>
    private protected static double Ratio(double dividend, double divisor) => divisor == 0 ? 0 : dividend / divisor;

    private static bool IsPresent(ClassCounts counts) =>
        counts.TruePositives + counts.FalsePositives + counts.FalseNegatives > 0;

    private static double Support(ClassCounts counts) => counts.TruePositives + counts.FalseNegatives;

    private static ClassCounts[] Counts(double[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(label => ClassCounts.Of(table, label))];
}
