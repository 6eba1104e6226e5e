namespace Nabla;

/// <summary>What a checkpoint says in words: the position and the epochs before it.</summary>
/// <param name="Position">Where training was.</param>
/// <param name="Epochs">What came of the epochs before.</param>
internal sealed record CheckpointText(TrainingPosition Position, IReadOnlyList<CheckpointText.Epoch> Epochs)
{
    public static CheckpointText Of(TrainingPosition position, IEnumerable<EpochRecord> epochs) => new(
        position,
        [
            .. epochs.Select(epoch => new Epoch(
                epoch.Epoch,
                Numbers(epoch.Training),
                epoch.Validation is null ? null : Numbers(epoch.Validation),
                epoch.Examples,
                epoch.Duration.TotalSeconds,
                epoch.ExamplesPerSecond,
                epoch.LearningRate)),
        ]);

    public IEnumerable<EpochRecord> Records() => Epochs.Select(epoch => new EpochRecord(
        epoch.Number,
        Values(epoch.Training),
        epoch.Validation is null ? null : Values(epoch.Validation),
        epoch.Examples,
        TimeSpan.FromSeconds(epoch.Seconds))
    {
        ExamplesPerSecond = epoch.ExamplesPerSecond,
        LearningRate = epoch.LearningRate,
    });

    private static Number[] Numbers(MetricValues values) =>
        [.. values.Select(value => new Number(value.Name, value.Value))];

    private static MetricValues Values(IEnumerable<Number> numbers) =>
        new([.. numbers.Select(number => (number.Name, number.Value))]);

    internal sealed record Number(string Name, double Value);

    internal sealed record Epoch(
        int Number,
        IReadOnlyList<Number> Training,
        IReadOnlyList<Number>? Validation,
        int Examples,
        double Seconds,
        double ExamplesPerSecond,
        double LearningRate);
}
