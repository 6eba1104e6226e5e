namespace Nabla;

/// <summary>Shifts and scales each feature to mean 0 and variance 1, as found in data or given.</summary>
/// <remarks>
/// <para>
/// Computes <c>y = (x − mean) / max(√variance, 1e-7)</c>, as Keras does. The variance is divided by n; NaN in the data
/// are passed over. Until the layer is adapted it changes nothing.
/// </para>
/// <para>One pass, in double precision. Source: B. P. Welford, 1962.</para>
/// </remarks>
/// <example><code>
/// var normalization = new Normalization();
/// normalization.Adapt(inputs);
/// var model = new Sequential(normalization, new Dense(10));
/// </code></example>
[Component("normalization")]
public sealed class Normalization : PreprocessingLayer
{
    private const double SmallestDeviation = 1e-7;

    private readonly FeatureAxis _features;
    private Variable? _mean;
    private Variable? _variance;

    /// <summary>Creates the layer.</summary>
    /// <param name="axis">
    /// The axis of the features, each with a mean and variance of its own: the last by default, 1 for channels that
    /// come first; null for one mean and variance of all numbers.
    /// </param>
    public Normalization(int? axis = -1)
    {
        Axis = axis;
        _features = new FeatureAxis(axis);
    }

    /// <summary>The axis of the features; null for none.</summary>
    public int? Axis { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Shape features = _features.ShapeOf(inputShape, Subject);
        _mean = State(builder, "mean", features, 0);
        _variance = State(builder, "variance", features, 1);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor values = x.DType.IsFloating ? x : x.Cast(DType.Float32);
        Tensor deviation = _variance!.Value.Sqrt().Maximum(SmallestDeviation);
        return (values - _features.Align(_mean!.Value, x)) / _features.Align(deviation, x);
    }

    private protected override IReadOnlyDictionary<string, double[]> Find(IEnumerable<Tensor> batches)
    {
        double[] means = [];
        double[] squares = [];
        long[] counts = [];
        foreach ((double[] elements, int features, int inner) in _features.Read(batches, Subject))
        {
            Array.Resize(ref means, features);
            Array.Resize(ref squares, features);
            Array.Resize(ref counts, features);
            for (int i = 0; i < elements.Length; i++)
            {
                double value = elements[i];
                int feature = i / inner % features;
                if (!double.IsNaN(value))
                {
                    double distance = value - means[feature];
                    means[feature] += distance / ++counts[feature];
                    squares[feature] += distance * (value - means[feature]);
                }
            }
        }

        return counts.Any(count => count > 0)
            ? new Dictionary<string, double[]>
            {
                ["mean"] = means,
                ["variance"] = [.. squares.Select((square, i) => counts[i] == 0 ? 1 : square / counts[i])],
            }
            : throw Nothing();
    }
}
