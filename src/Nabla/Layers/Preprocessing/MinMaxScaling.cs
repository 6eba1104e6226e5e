namespace Nabla;

/// <summary>Scales each feature so that the range found in data becomes a given one, from 0 to 1 by default.</summary>
/// <remarks>
/// Computes <c>y = low + (x − minimum) · (high − low) / (maximum − minimum)</c>; a feature that is constant in the data
/// becomes <c>low</c> there. What lies beyond the range of the data lies beyond the given one. NaN are passed over. The
/// formula is that of scikit-learn's <c>MinMaxScaler</c>. Until the layer is adapted it maps 0 to 1 to the range.
/// </remarks>
[Component("min_max_scaling")]
public sealed class MinMaxScaling : PreprocessingLayer
{
    private readonly FeatureAxis _features;
    private Variable? _minimum;
    private Variable? _maximum;

    /// <summary>Creates the layer.</summary>
    /// <param name="low">What the smallest number becomes.</param>
    /// <param name="high">What the largest number becomes; more than <paramref name="low"/>.</param>
    /// <param name="axis">The axis of the features, the last by default; null for one range of all numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not more than low.</exception>
    public MinMaxScaling(double low = 0, double high = 1, int? axis = -1)
    {
        if (!(high > low) || !double.IsFinite(high - low))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), high, $"The range goes up from low, {low}; give a larger high, such as {low + 1}.");
        }

        Low = low;
        High = high;
        Axis = axis;
        _features = new FeatureAxis(axis);
    }

    /// <summary>What the smallest number becomes.</summary>
    public double Low { get; }

    /// <summary>What the largest number becomes.</summary>
    public double High { get; }

    /// <summary>The axis of the features; null for none.</summary>
    public int? Axis { get; }

    /// <inheritdoc/>
    protected override void Build(LayerBuilder builder, Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Shape features = _features.ShapeOf(inputShape, Subject);
        _minimum = State(builder, "minimum", features, 0);
        _maximum = State(builder, "maximum", features, 1);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …]
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor values = x.DType.IsFloating ? x : x.Cast(DType.Float32);
        Tensor minimum = _minimum!.Value;
        Tensor range = _maximum!.Value - minimum;
        Tensor scale = (High - Low) / range.IsEqual(0).Where(1, range);
        return Low + ((values - _features.Align(minimum, x)) * _features.Align(scale, x));
    }

    private protected override IReadOnlyDictionary<string, double[]> Find(IEnumerable<Tensor> batches)
    {
        double[] minimum = [];
        double[] maximum = [];
        foreach ((double[] elements, int features, int inner) in _features.Read(batches, Subject))
        {
            if (minimum.Length != features)
            {
                minimum = [.. Enumerable.Repeat(double.PositiveInfinity, features)];
                maximum = [.. Enumerable.Repeat(double.NegativeInfinity, features)];
            }

            for (int i = 0; i < elements.Length; i++)
            {
                int feature = i / inner % features;
                if (!double.IsNaN(elements[i]))
                {
                    minimum[feature] = Math.Min(minimum[feature], elements[i]);
                    maximum[feature] = Math.Max(maximum[feature], elements[i]);
                }
            }
        }

        return minimum.Length > 0 && minimum.Zip(maximum).All(range => range.First <= range.Second)
            ? new Dictionary<string, double[]> { ["minimum"] = minimum, ["maximum"] = maximum }
            : throw Nothing();
    }
}
