namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The standard deviation of the elements along axes: the square root of the variance.</summary>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor StandardDeviation(params ReadOnlySpan<int> axes) => StandardDeviation(axes, keepAxes: false);

    /// <inheritdoc cref="StandardDeviation(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    /// <param name="correction">
    /// What is taken off the count: 0 for a population, 1 for an estimate from a sample.
    /// </param>
    public Tensor StandardDeviation(ReadOnlySpan<int> axes, bool keepAxes, double correction = 0) =>
        Variance(axes, keepAxes, correction).Sqrt();
}
