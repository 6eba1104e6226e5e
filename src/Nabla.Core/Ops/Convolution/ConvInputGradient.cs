using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The gradient of a convolution with respect to its images, and, read forwards, the transposed convolution:
/// dy [batch, results…, filters] and w [size…, channels / groups, filters] to [batch, spatial…, channels].
/// </summary>
internal sealed record ConvInputGradientOp(SlidingWindow Window, int Groups, Axes<long> Spatial) : ContractionOp
{
    public override bool TakesViews => false;

    // In groups, several channels of the result share a row of the kernel.
    public override int? ColumnAxis => Groups == 1 ? -2 : null;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor dy = inputs[0], w = inputs[1];
        ConvTerms.CheckTypes(Subject, dy, w);
        Shape image = Shape.Create([dy.Shape[0], .. Spatial, w.Shape[-2] * Groups]);
        Shape result = Shape.Create([dy.Shape[0], .. Window.ResultOf(Subject, image), w.Shape[-1]]);
        return dy.Shape == result && w.Shape[-1] % Groups == 0
            ? new TensorSpec(dy.DType, image)
            : throw new ShapeMismatchException(
                $"{Subject} takes {result} for images {image} and a kernel {w.Shape}, but got {dy.Shape}.",
                dy.Shape, w.Shape);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor dy = node.Inputs[0], w = node.Inputs[1], dx = gradients[0]!;
        return [new ConvOp(Window, Groups).Apply(dx, w), new ConvKernelGradientOp(Window, Groups).Apply(dx, dy)];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor dy = call.Inputs[0], w = call.Inputs[1], dx = call.Outputs[0];
        ConvTerms.Visit(
            Window, Groups, dx.Shape, dy.Shape, (image, tap, result) => dx[image] += dy[result] * w[tap]);
    }
}
