using Nabla.Graph;

namespace Nabla;

/// <summary>
/// What the gradient of a normalization sums up for each channel, in one pass:
/// <c>Σ dy</c> and <c>Σ dy · (x − mean)</c>.
/// </summary>
internal sealed record ChannelSumsOp : FusedOp
{
    public static readonly ChannelSumsOp Instance = new();

    public override int OutputCount => 2;

    // x, dy: [outer, rows, channels]; mean: [outer, channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0], dy = inputs[1], mean = inputs[2];
        return x.DType.IsFloating && x.Rank == 3 && dy.Spec == x.Spec
            && mean.Spec == new TensorSpec(x.DType, x.Shape.Without(1))
            ? mean.Spec
            : throw new ShapeMismatchException(
                $"{Subject} takes twice [outer, rows, channels] and [outer, channels] but got {x.Spec}, {dy.Spec} and "
                + $"{mean.Spec}.", x.Shape, mean.Shape);
    }

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], dy = inputs[1], mean = inputs[2].ExpandAxis(1);
        return [dy.Sum(1), (dy * (x - mean)).Sum(1)];
    }
}
