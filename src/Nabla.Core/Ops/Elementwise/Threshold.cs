namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Keeps elements above a threshold and replaces all others.</summary>
    /// <remarks>
    /// Computes <c>y = x for x &gt; threshold, value otherwise</c>; NaN stays NaN. The gradient at the threshold is 0.
    /// </remarks>
    /// <param name="threshold">What elements must exceed to stay.</param>
    /// <param name="value">What the others become.</param>
    public Tensor Threshold(double threshold, double value)
    {
        Tensor x = AsFloating();
        return (x <= threshold).Where(value, x);
    }
}
