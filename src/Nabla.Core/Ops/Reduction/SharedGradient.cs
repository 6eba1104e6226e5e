using Nabla.Graph;

namespace Nabla;

/// <summary>The gradient of a choice: shared equally among the elements that equal the chosen value.</summary>
internal static class SharedGradient
{
    public static Tensor Of(ReductionOp op, Tensor x, Tensor y, Tensor dy)
    {
        Tensor chosen = x.IsEqual(y.BroadcastTo(x.Shape)).Cast(x.DType);
        return chosen * (dy / chosen.Sum(op.Axes.Span, keepAxes: true));
    }
}
