using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The transpose of <see cref="AffineSampleOp"/>: adds each pixel of a picture to the pixels of the image that it was
/// made of, with their weights.
/// </summary>
internal sealed record AffineScatterOp(long Height, long Width, FillMode FillMode, Interpolation Interpolation) : Op
{
    // pictures: [batch, rows, columns, channels], matrices: [batch, 2, 3] → [batch, Height, Width, channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) =>
        new(inputs[0].DType, [inputs[0].Shape[0], Height, Width, inputs[0].Shape[3]]);

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Shape pictures = node.Inputs[0].Shape;
        var sample = new AffineSampleOp(pictures[1], pictures[2], FillMode, Interpolation, FillValue: 0);
        return [sample.Apply(gradients[0]!, node.Inputs[1]), null];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor pictures = call.Inputs[0], matrices = call.Inputs[1], images = call.Outputs[0];
        var taps = new AffineTaps(FillMode, Interpolation, Height, Width);
        long rows = pictures.Shape[1], columns = pictures.Shape[2], channels = pictures.Shape[3];
        for (long i = 0; i < pictures.Values.Length / Math.Max(channels, 1); i++)
        {
            long example = i / (rows * columns);
            ReadOnlyMemory<double> matrix = matrices.Values.AsMemory((int)example * 6, 6);
            foreach ((long pixel, double weight) in taps.Of(matrix, i % columns, i / columns % rows))
            {
                for (long channel = 0; channel < channels && pixel != AffineTaps.Outside; channel++)
                {
                    images[(((example * Height * Width) + pixel) * channels) + channel] +=
                        weight * pictures[(i * channels) + channel];
                }
            }
        }
    }
}
