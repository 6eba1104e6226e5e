using Nabla.Comparison;

namespace Nabla;

/// <summary>The absolute error that a given share of predictions stays within; exact, from all rows.</summary>
/// <remarks>
/// The quantile of <c>|p − t|</c> over all elements, interpolated between neighbours as NumPy does; with weights the
/// least error whose share of the weights is reached, as scikit-learn does. NaN where an error is NaN.
/// </remarks>
[Component("absolute_error_quantile")]
public sealed class AbsoluteErrorQuantile : CollectedMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="quantile">The share: from 0 to 1; 0.5 is the median absolute error.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantile"/> is out of range.</exception>
    public AbsoluteErrorQuantile(double quantile = 0.5) => Quantile = Argument.Probability(quantile);

    /// <summary>The share.</summary>
    public double Quantile { get; }

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor errors = (predictions - Pairing.TargetsLike(predictions, targets, this)).Abs();
        return weights is null
            ? [errors]
            : [errors, SampleWeights.Align(weights, errors.Shape, DType.Float64, this).BroadcastTo(errors.Shape)];
    }

    /// <inheritdoc/>
    public override double Compute(IReadOnlyList<double[,]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double[] errors = [.. columns[0].Cast<double>()];
        double[]? weights = columns.Count > 1 ? [.. columns[1].Cast<double>()] : null;
        if (weights is null)
        {
            Array.Sort(errors);
        }
        else
        {
            Array.Sort(errors, weights);
        }

        // NaN sorts first.
        return double.IsNaN(errors[0]) ? double.NaN : weights is null ? Between(errors) : Reached(errors, weights);
    }

    private double Between(double[] errors)
    {
        double place = Quantile * (errors.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, errors.Length - 1);
        return errors[below] + ((place - below) * (errors[above] - errors[below]));
    }

    private double Reached(double[] errors, double[] weights)
    {
        double wanted = Quantile * weights.Sum(), sum = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            sum += weights[i];
            if (sum >= wanted && weights[i] > 0)
            {
                return errors[i];
            }
        }

        return sum > 0 ? errors[^1] : double.NaN;
    }
}
