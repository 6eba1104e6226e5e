namespace Nabla.Studio.Tests.Runs;

public sealed class HistogramLogTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void ManyEpochs_AreThinnedEvenly_AndTheFirstAndTheLastStay(int epochs)
    {
        var log = new HistogramLog();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            log.Add(epoch, [("weight", new Histogram(0, epoch, 0, 0, 0, [1]))]);
        }

        HistogramSeries series = Assert.Single(log.Series());
        Assert.Equal((1, epochs), (series.Epochs[0], series.Epochs[^1]));
        Assert.InRange(series.Epochs.Count, Math.Min(epochs, 32), 65);
        int[] distances = [.. series.Epochs.Zip(series.Epochs.Skip(1), (a, b) => b - a).SkipLast(1).Distinct()];
        Assert.True(distances.Length <= 1, $"uneven: {string.Join(", ", series.Epochs)}");
        Assert.Equal(series.Epochs.Select(epoch => (double)epoch), series.Histograms.Select(h => h.Max));
    }
}
