using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The gradient of a convolution with respect to its kernel: x [batch, spatial…, channels] and
/// dy [batch, results…, filters] to [size…, channels / groups, filters].
/// </summary>
internal sealed record ConvKernelGradientOp(SlidingWindow Window, int Groups) : ContractionOp
{
    public override bool TakesViews => false;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0], dy = inputs[1];
        ConvTerms.CheckTypes(Subject, x, dy);
        Shape result = Shape.Create([x.Shape[0], .. Window.ResultOf(Subject, x.Shape), dy.Shape[-1]]);
        return dy.Shape == result && x.Shape[-1] % Groups == 0 && dy.Shape[-1] % Groups == 0
            ? new TensorSpec(x.DType, Shape.Create([.. Window.Size, x.Shape[-1] / Groups, dy.Shape[-1]]))
            : throw new ShapeMismatchException(
                $"{Subject} takes {result} for images {x.Shape}, but got {dy.Shape}.", x.Shape, dy.Shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], dy = node.Inputs[1], dw = gradients[0]!;
        return
        [
            new ConvInputGradientOp(Window, Groups, x.Shape.Extents[1..^1].ToArray()).Apply(dy, dw),
            new ConvOp(Window, Groups).Apply(x, dw),
        ];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], dy = call.Inputs[1], dw = call.Outputs[0];
        ConvTerms.Visit(
            Window, Groups, x.Shape, dy.Shape, (image, tap, result) => dw[tap] += x[image] * dy[result]);
    }
}
