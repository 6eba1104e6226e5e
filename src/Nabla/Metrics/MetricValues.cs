using System.Collections;
using System.Globalization;

namespace Nabla;

/// <summary>The loss and the metrics of an epoch or an evaluation, by name and in order.</summary>
public sealed class MetricValues : IReadOnlyList<(string Name, double Value)>
{
    private readonly (string Name, double Value)[] _values;

    internal MetricValues((string Name, double Value)[] values) => _values = values;

    /// <summary>The mean loss over all examples.</summary>
    public double Loss => _values[0].Value;

    /// <summary>The number of values.</summary>
    public int Count => _values.Length;

    /// <summary>The value at a position; the loss is the first.</summary>
    public (string Name, double Value) this[int index] => _values[index];

    /// <summary>The value of a name: <c>loss</c>, <c>accuracy</c>, ….</summary>
    /// <exception cref="KeyNotFoundException">There is no such value; the message lists those there are.</exception>
    public double this[string name] => Array.FindIndex(_values, value => value.Name == name) is >= 0 and int index
        ? _values[index].Value
        : throw new KeyNotFoundException(
            $"There is no value '{name}', only {string.Join(", ", _values.Select(value => value.Name))}; "
            + "add the metric to the trainer.");

    /// <inheritdoc/>
    public IEnumerator<(string Name, double Value)> GetEnumerator() =>
        ((IEnumerable<(string, double)>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values in a line, as in <c>loss 0.0812, accuracy 0.9754</c>.</summary>
    public override string ToString() =>
        string.Join(", ", _values.Select(value =>
            string.Create(CultureInfo.InvariantCulture, $"{value.Name} {value.Value:F4}")));
}
