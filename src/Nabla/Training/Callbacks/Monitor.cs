namespace Nabla;

/// <summary>A number of an epoch that is watched, and which way is better.</summary>
internal sealed class Monitor(string? name, bool? higherIsBetter)
{
    private const string ValidationPrefix = "val_";

    /// <summary>Whether one value is better than another by more than a margin; anything is better than NaN.</summary>
    public static bool IsBetter(double value, double best, double margin, bool higher) =>
        !double.IsNaN(value) && (double.IsNaN(best) || (higher ? value > best + margin : value < best - margin));

    /// <summary>Whether larger numbers are better.</summary>
    /// <exception cref="ArgumentException">The trainer has no such metric.</exception>
    public bool HigherIsBetter(Trainer trainer)
    {
        string metric = MetricOf(name ?? MetricStates.LossName);
        return higherIsBetter ?? (metric != MetricStates.LossName && Known(trainer, metric).HigherIsBetter);
    }

    /// <summary>Whether anything can be watched: a wrong name is found before hours of training, not after.</summary>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public void Check(Trainer trainer)
    {
        HigherIsBetter(trainer);
        if (name?.StartsWith(ValidationPrefix, StringComparison.Ordinal) == true && trainer.Current?.Validation is null)
        {
            throw new ArgumentException(
                $"'{name}' is a number of the validation set, and Fit got none; give it one, or watch "
                + $"'{MetricOf(name)}'.");
        }
    }

    /// <summary>The number of an epoch.</summary>
    public double ValueOf(EpochRecord record)
    {
        bool isTraining = name is not null && !name.StartsWith(ValidationPrefix, StringComparison.Ordinal);
        MetricValues values = isTraining ? record.Training : record.Validation ?? record.Training;
        return values[MetricOf(name ?? MetricStates.LossName)];
    }

    /// <summary>The number's name, in few words.</summary>
    public string Name => name ?? "the loss";

    /// <summary>The number's name, as in messages.</summary>
    public override string ToString() => name ?? "the loss of validation, or of training without one";

    private Metric Known(Trainer trainer, string metric) =>
        trainer.Metrics.FirstOrDefault(known => known.Name == metric) ?? throw Unknown(trainer);

    private static string MetricOf(string name) =>
        name.StartsWith(ValidationPrefix, StringComparison.Ordinal) ? name[ValidationPrefix.Length..] : name;

    private ArgumentException Unknown(Trainer trainer)
    {
        string[] names = [MetricStates.LossName, .. trainer.Metrics.Select(metric => metric.Name)];
        return new ArgumentException(
            $"There is no '{name}' to watch; there are {string.Join(", ", names)}, each also with {ValidationPrefix} "
            + "before it.");
    }
}
