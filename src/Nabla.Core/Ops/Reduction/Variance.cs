namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The variance of the elements along axes.</summary>
    /// <remarks>Computes <c>y = Σ (x − mean)² / (n − correction)</c>.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Variance(params ReadOnlySpan<int> axes) => Variance(axes, keepAxes: false);

    /// <inheritdoc cref="Variance(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    /// <param name="correction">
    /// What is taken off the count: 0 for a population, 1 for an estimate from a sample.
    /// </param>
    public Tensor Variance(ReadOnlySpan<int> axes, bool keepAxes, double correction = 0)
    {
        Tensor x = AsFloating();
        Tensor sum = (x - x.Mean(axes, keepAxes: true)).Square().Sum(axes, keepAxes);
        double count = (double)Shape.ElementCount / Math.Max(sum.Shape.ElementCount, 1);
        return sum * (1 / Math.Max(count - correction, 0));
    }
}
