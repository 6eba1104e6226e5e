namespace Nabla.Tests.Training;

public sealed class TrainingHistoryTests
{
    [Fact]
    public void AHistoryPrintsAsATableOfItsEpochs()
    {
        TrainingHistory history = new(
            [
                Epoch(9, Values(("loss", 0.5), ("accuracy", 0.75)), Values(("loss", 12.25)), 1.26),
                Epoch(10, Values(("loss", double.NaN), ("accuracy", 1)), validation: null, 10),
            ],
            WasCancelled: true);

        Assert.Equal("""
            epoch     loss   accuracy   val loss     time
                9   0.5000     0.7500    12.2500    1.3 s
               10      NaN     1.0000              10.0 s
            cancelled

            """.ReplaceLineEndings("\n"), history.ToString());
    }

    [Fact]
    public void AHistoryWithoutEpochsIsAHeading() =>
        Assert.Equal("epoch   time\n", new TrainingHistory([], WasCancelled: false).ToString());

    private static MetricValues Values(params (string, double)[] values) => new(values);

    private static EpochRecord Epoch(int epoch, MetricValues training, MetricValues? validation, double seconds) =>
        new(epoch, training, validation, 1, TimeSpan.FromSeconds(seconds)) { ExamplesPerSecond = 1 };
}
