using System.Collections;

namespace Nabla;

/// <summary>The metrics of a trainer, each with a name of its own.</summary>
public sealed class MetricCollection : IReadOnlyList<Metric>
{
    private readonly List<Metric> _metrics = [];

    /// <summary>The number of metrics.</summary>
    public int Count => _metrics.Count;

    /// <summary>Whether a step was compiled, so that the metrics are settled.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>The metric at a position.</summary>
    public Metric this[int index] => _metrics[index];

    /// <summary>Adds a metric.</summary>
    /// <exception cref="ArgumentException">Its name is taken.</exception>
    /// <exception cref="InvalidOperationException">A step was compiled already.</exception>
    public void Add(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (IsSettled)
        {
            throw new InvalidOperationException(
                $"Metrics are settled once the first step is compiled; add '{metric.Name}' when the trainer is made.");
        }

        if (metric.Name == MetricStates.LossName || _metrics.Exists(other => other.Name == metric.Name))
        {
            throw new ArgumentException(
                $"The name '{metric.Name}' is taken; give each metric its own.", nameof(metric));
        }

        _metrics.Add(metric);
    }

    /// <inheritdoc/>
    public IEnumerator<Metric> GetEnumerator() => _metrics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
