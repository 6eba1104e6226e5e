namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The mean of the elements along axes.</summary>
    /// <remarks>Bools and integers give float32; the mean of nothing is NaN.</remarks>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    public Tensor Mean(params ReadOnlySpan<int> axes) => Mean(axes, keepAxes: false);

    /// <inheritdoc cref="Mean(ReadOnlySpan{int})"/>
    /// <param name="axes">The axes to reduce; none stands for all.</param>
    /// <param name="keepAxes">Whether reduced axes stay with extent 1.</param>
    public Tensor Mean(ReadOnlySpan<int> axes, bool keepAxes)
    {
        Tensor sum = AsFloating().Sum(axes, keepAxes);
        return sum * (1.0 / ((double)Shape.ElementCount / sum.Shape.ElementCount));
    }
}
