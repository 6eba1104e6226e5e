namespace Nabla;

/// <summary>Replaces numbers by the bins they fall into, whose borders are given or found in data.</summary>
/// <remarks>
/// Bin i holds the numbers from border i − 1, included, to border i, excluded; NaN falls into bin 0. Borders are found
/// as quantiles, so that each bin gets as many numbers: border i of n bins is the quantile i / n, linearly interpolated
/// as NumPy does; before they are, all numbers fall into bin 0. Follow it with a
/// <see cref="CategoryEncoding"/> or an embedding. As Keras's.
/// </remarks>
[Component("discretization")]
public sealed class Discretization : PreprocessingLayer
{
    private Variable? _boundaries;

    /// <summary>Creates the layer.</summary>
    /// <param name="bins">How many bins are found in data; null where borders are given.</param>
    /// <param name="boundaries">The borders, each more than the one before; null where they are found.</param>
    /// <exception cref="ArgumentException">Not one of both is given, or borders do not rise.</exception>
    public Discretization(int? bins = null, IReadOnlyList<double>? boundaries = null)
    {
        if (bins is null == boundaries is null)
        {
            throw new ArgumentException(
                "Give either a number of bins, whose borders Adapt finds, or the borders themselves.", nameof(bins));
        }

        if (bins < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "There are at least 2 bins.");
        }

        if (boundaries is not null
            && (boundaries.Count == 0 || boundaries.Zip(boundaries.Skip(1)).Any(pair => !(pair.First < pair.Second))))
        {
            throw new ArgumentException(
                $"Borders rise, but got {string.Join(", ", boundaries)}; sort them and leave out what is twice there.",
                nameof(boundaries));
        }

        Bins = bins;
        Boundaries = boundaries;
    }

    /// <summary>How many bins are found in data; null where borders are given.</summary>
    public int? Bins { get; }

    /// <summary>The borders that were given; null where they are found.</summary>
    public IReadOnlyList<double>? Boundaries { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _boundaries = Boundaries is null ? State(builder, "boundaries", [Bins!.Value - 1], float.MaxValue) : null;
    }

    /// <inheritdoc/>
    /// <returns>int32, of the same shape.</returns>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor values = x.DType.IsFloating ? x : x.Cast(DType.Float32);
        Tensor boundaries = _boundaries?.Value ?? Tensor.From([.. Boundaries!]).Cast(values.DType);
        return (values.ExpandAxis(-1) >= boundaries.Cast(values.DType)).Sum(-1).Cast(DType.Int32);
    }

    private protected override IReadOnlyDictionary<string, double[]> Find(IEnumerable<Tensor> batches)
    {
        if (Bins is not { } bins)
        {
            throw new InvalidOperationException(
                $"{Subject} was given its borders, so that there is nothing to find; leave out Adapt, or give bins.");
        }

        var numbers = new List<double>();
        foreach ((double[] elements, _, _) in new FeatureAxis(null).Read(batches, Subject))
        {
            numbers.AddRange(elements.Where(element => !double.IsNaN(element)));
        }

        if (numbers.Count == 0)
        {
            throw Nothing();
        }

        numbers.Sort();
        return new Dictionary<string, double[]>
        {
            ["boundaries"] = [.. Enumerable.Range(1, bins - 1).Select(i => Quantile(numbers, (double)i / bins))],
        };
    }

    private static double Quantile(List<double> sorted, double share)
    {
        double place = share * (sorted.Count - 1);
        int below = (int)place;
        double next = sorted[Math.Min(below + 1, sorted.Count - 1)];
        return sorted[below] + ((next - sorted[below]) * (place - below));
    }
}
