namespace Nabla.Studio;

/// <summary>The last values of a curve as a row of blocks.</summary>
internal sealed class Sparkline(int length)
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    private readonly Queue<double> _values = new();

    /// <summary>Adds a value at the right; what no longer fits leaves at the left.</summary>
    public void Add(double value)
    {
        _values.Enqueue(value);
        if (_values.Count > length)
        {
            _values.Dequeue();
        }
    }

    /// <summary>Between the smallest and the largest of the values; what is not finite is a question mark.</summary>
    public override string ToString()
    {
        double[] finite = [.. _values.Where(double.IsFinite)];
        (double low, double high) = finite.Length > 0 ? (finite.Min(), finite.Max()) : (0, 0);
        return string.Concat(_values.Select(value => double.IsFinite(value) ? Block(value, low, high) : '?'));
    }

    private static char Block(double value, double low, double high) => high > low
        ? Blocks[Math.Clamp((int)((value - low) / (high - low) * Blocks.Length), 0, Blocks.Length - 1)]
        : Blocks[0];
}
