using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The logarithm of the softmax along an axis, exact where probabilities are tiny.</summary>
    /// <remarks>Computes <c>y = x − m − ln Σ e^(x − m)</c> with <c>m = max x</c>.</remarks>
    /// <param name="axis">The axis along which they compete.</param>
    public Tensor LogSoftmax(int axis = -1) => new LogSoftmaxOp(Shape.Axis(axis)).Apply(AsFloating());
}

internal sealed record LogSoftmaxOp(int Axis) : FusedOp
{
    public override bool HasOwnGradient => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0];
        if (x.Shape.ElementCount == 0)
        {
            return [x];
        }

        Tensor shifted = x - x.Max([Axis], keepAxes: true).StopGradient();
        return [shifted - shifted.Exp().Sum([Axis], keepAxes: true).Log()];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor y = node.Outputs[0], dy = gradients[0]!;
        return [dy - (y.Exp() * dy.Sum([Axis], keepAxes: true))];
    }
}
