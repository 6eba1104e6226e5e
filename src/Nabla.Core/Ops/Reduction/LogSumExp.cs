namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The logarithm of the sum of the exponentials along axes, without overflow.</summary>
    /// <remarks>Computes <c>y = m + ln Σ e^(x − m)</c> with <c>m = max x</c>; all −∞ gives −∞.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor LogSumExp(params ReadOnlySpan<int> axes) => LogSumExp(axes, keepAxes: false);

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor LogSumExp(ReadOnlySpan<int> axes, bool keepAxes)
    {
        Tensor x = AsFloating();

        // The shift cancels, so that no gradient needs to flow through it; an infinite one would make ∞ − ∞.
        Tensor largest = x.Max(axes, keepAxes: true).StopGradient();
        Tensor shift = largest.IsFinite().Where(largest, 0);
        Tensor result = (x - shift).Exp().Sum(axes, keepAxes: true).Log() + shift;
        return keepAxes
            ? result
            : result.Reshape(new SumOp(Axes.Normalize(Shape, axes), false).Reduced(Shape, keepAxes: false));
    }
}
