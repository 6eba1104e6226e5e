namespace Nabla;

/// <summary>Averages in use; disposing puts the weights of training back.</summary>
public sealed class AverageScope : IDisposable
{
    private WeightAverage? _average;

    internal AverageScope(WeightAverage average) => _average = average;

    /// <summary>Puts the weights of training back.</summary>
    public void Dispose()
    {
        if (_average is { IsSwapped: true } average)
        {
            average.Swap();
        }

        _average = null;
    }
}
