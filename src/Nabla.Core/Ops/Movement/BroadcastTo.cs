using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Stretches axes of extent 1, and adds leading axes, to reach a shape; costs no memory.</summary>
    /// <exception cref="ShapeMismatchException">An extent is neither 1 nor equal to the wanted one.</exception>
    public Tensor BroadcastTo(params Shape shape) => shape == Shape ? this : new BroadcastOp(shape).Apply(this);
}

internal sealed record BroadcastOp(Shape Shape) : ViewOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0];
        return Shape.TryBroadcast(x.Shape, Shape, out Shape result) && result == Shape
            ? new TensorSpec(x.DType, Shape)
            : throw new ShapeMismatchException(
                $"{Subject} cannot stretch {x.Shape} to {Shape}: aligned at the end, each extent must be equal or 1.",
                x.Shape, Shape);
    }

    public override Layout? View(Layout input) => input.Broadcast(Shape);

    // A broadcast of a broadcast is one broadcast.
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs) =>
        inputs[0].Shape == Shape ? inputs[0]
        : inputs[0] is { IsEvaluated: false, Node: { Op: BroadcastOp } node } ? Apply(node.Inputs[0])
        : null;

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Shape source = node.Inputs[0].Shape;
        int lead = Shape.Rank - source.Rank;
        var stretched = new List<int>();
        for (int axis = 0; axis < Shape.Rank; axis++)
        {
            if (axis < lead || source[axis - lead] != Shape[axis])
            {
                stretched.Add(axis);
            }
        }

        return [gradients[0]!.Sum(stretched.ToArray(), keepAxes: true).Reshape(source)];
    }
}
