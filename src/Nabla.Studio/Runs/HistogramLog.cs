namespace Nabla.Studio;

/// <summary>Histograms of many epochs; when they become too many, every second one goes.</summary>
internal sealed class HistogramLog
{
    private const int Capacity = 64;

    private readonly List<(int Epoch, IReadOnlyList<(string Parameter, Histogram Histogram)> Entries)> _epochs = [];
    private int _stride = 1;
    private int _added;

    /// <summary>Takes up what was kept up to an epoch, before an interruption.</summary>
    public void Restore(IReadOnlyList<HistogramSeries> series, int last)
    {
        var epochs = series
            .SelectMany(entry => entry.Epochs.Zip(
                entry.Histograms, (epoch, histogram) => (Epoch: epoch, entry.Parameter, Histogram: histogram)))
            .Where(entry => entry.Epoch <= last)
            .GroupBy(entry => entry.Epoch)
            .OrderBy(epoch => epoch.Key);
        foreach (var epoch in epochs)
        {
            Add(epoch.Key, [.. epoch.Select(entry => (entry.Parameter, entry.Histogram))]);
        }
    }

    public void Add(int epoch, IReadOnlyList<(string Parameter, Histogram Histogram)> entries)
    {
        // What ended twice, before an interruption and after it, or is looked at once more in the end, is one epoch.
        if (_epochs.Count > 0 && _epochs[^1].Epoch == epoch)
        {
            _epochs[^1] = (epoch, entries);
            return;
        }

        // The newest is always there; it stays only if its turn has come.
        if (_added > 0 && (_added - 1) % _stride != 0)
        {
            _epochs.RemoveAt(_epochs.Count - 1);
        }

        _epochs.Add((epoch, entries));
        _added++;
        if (_epochs.Count > Capacity)
        {
            for (int i = _epochs.Count - 2; i > 0; i -= 2)
            {
                _epochs.RemoveAt(i);
            }

            _stride *= 2;
        }
    }

    public IReadOnlyList<HistogramSeries> Series() =>
    [
        .. _epochs.SelectMany(epoch => epoch.Entries.Select(entry => (epoch.Epoch, entry.Parameter, entry.Histogram)))
            .GroupBy(entry => entry.Parameter)
            .Select(series => new HistogramSeries(
                series.Key,
                [.. series.Select(entry => entry.Epoch)],
                [.. series.Select(entry => entry.Histogram)])),
    ];
}
