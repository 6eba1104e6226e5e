using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Mean and variance of each channel, over the rows between: [outer, rows, channels] to twice [outer, channels].
/// </summary>
/// <remarks>
/// Computes <c>mean = Σ x / rows</c> and <c>variance = Σ (x − mean)² / rows</c>. A kernel reads memory once, and takes
/// squares of distances to means of a few rows, so that nothing cancels.
/// </remarks>
internal sealed record ChannelMomentsOp : FusedOp
{
    public static readonly ChannelMomentsOp Instance = new();

    public override int OutputCount => 2;

    public override bool HasOwnGradient => true;

    // x: [outer, rows, channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0];
        return x.DType.IsFloating && x.Rank == 3 && x.Shape[1] > 0
            ? new TensorSpec(x.DType, x.Shape.Without(1))
            : throw new ShapeMismatchException(
                $"{Subject} takes floating [outer, rows, channels] with a row at least but got {x.Spec}.", x.Shape);
    }

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], mean = x.Mean([1], keepAxes: true);
        return [mean.Squeeze(1), (x - mean).Square().Mean(1)];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0];
        double share = 1.0 / x.Shape[1];
        Tensor? dx = gradients[0] is { } dmean ? (dmean * share).ExpandAxis(1).BroadcastTo(x.Shape) : null;
        if (gradients[1] is { } dvariance)
        {
            Tensor through = (x - node.Outputs[0].ExpandAxis(1)) * (dvariance * (2 * share)).ExpandAxis(1);
            dx = dx is null ? through : through + dx;
        }

        return [dx];
    }
}
