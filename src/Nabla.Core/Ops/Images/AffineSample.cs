using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Pictures that show images turned, moved, stretched or sheared, each by a matrix of its own.</summary>
    /// <remarks>
    /// Pixel (x, y) of a picture is the image at <c>(m₀₀ x + m₀₁ y + m₀₂, m₁₀ x + m₁₁ y + m₁₂)</c>, where whole numbers
    /// are the middles of pixels: the matrix leads from the picture back to the image. The gradient flows to the
    /// images; to it, matrices are constants.
    /// </remarks>
    /// <param name="matrices">[batch, 2, 3], of the images' type.</param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <param name="height">Rows of a picture; by default those of an image.</param>
    /// <param name="width">Columns of a picture; by default those of an image.</param>
    /// <returns>[batch, height, width, channels], or [batch, height, width] as the images are.</returns>
    /// <exception cref="ShapeMismatchException">
    /// The tensor is no batch of images, or there is not one matrix for each.
    /// </exception>
    /// <exception cref="DTypeMismatchException">The images are no floating-point numbers.</exception>
    public Tensor AffineSample(
        Tensor matrices, FillMode fillMode = FillMode.Constant, Interpolation interpolation = Interpolation.Bilinear,
        double fillValue = 0, int? height = null, int? width = null)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        ArgumentOutOfRangeException.ThrowIfLessThan(height ?? 1, 1, nameof(height));
        ArgumentOutOfRangeException.ThrowIfLessThan(width ?? 1, 1, nameof(width));
        if (Rank is not (3 or 4))
        {
            throw new ShapeMismatchException(
                "AffineSample takes images [batch, height, width, channels] or [batch, height, width] but got "
                + $"{Shape}; give a single image a batch axis with ExpandAxis(0).", Shape);
        }

        var op = new AffineSampleOp(height ?? Shape[1], width ?? Shape[2], fillMode, interpolation, fillValue);
        return Rank == 4 ? op.Apply(this, matrices) : op.Apply(ExpandAxis(3), matrices).Squeeze(3);
    }
}

internal sealed record AffineSampleOp(
    long Height, long Width, FillMode FillMode, Interpolation Interpolation, double FillValue) : Op
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor images = inputs[0], matrices = inputs[1];
        if (!images.DType.IsFloating || images.DType != matrices.DType)
        {
            throw new DTypeMismatchException(
                $"{Subject} takes float32 or float64 images with matrices of their type but got {images.Spec} and "
                + $"{matrices.Spec}; cast them with Cast(DType.Float32).", images.DType);
        }

        if (matrices.Shape != [images.Shape[0], 2, 3] || images.Shape[1] == 0 || images.Shape[2] == 0)
        {
            throw new ShapeMismatchException(
                $"{Subject} takes one matrix [2, 3] for each image of at least one pixel, but got images "
                + $"{images.Shape} and matrices {matrices.Shape}.", images.Shape, matrices.Shape);
        }

        return new TensorSpec(images.DType, [images.Shape[0], Height, Width, images.Shape[3]]);
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Shape images = node.Inputs[0].Shape;
        return
        [
            new AffineScatterOp(images[1], images[2], FillMode, Interpolation).Apply(gradients[0]!, node.Inputs[1]),
            null,
        ];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], matrices = call.Inputs[1], y = call.Outputs[0];
        var taps = new AffineTaps(FillMode, Interpolation, x.Shape[1], x.Shape[2]);
        long channels = x.Shape[3], pixels = x.Shape[1] * x.Shape[2];
        for (long i = 0; i < y.Values.Length / Math.Max(channels, 1); i++)
        {
            long example = i / (Height * Width);
            ReadOnlyMemory<double> matrix = matrices.Values.AsMemory((int)example * 6, 6);
            foreach ((long pixel, double weight) in taps.Of(matrix, i % Width, i / Width % Height))
            {
                for (long channel = 0; channel < channels; channel++)
                {
                    double value = pixel == AffineTaps.Outside
                        ? FillValue
                        : x[(((example * pixels) + pixel) * channels) + channel];
                    y[(i * channels) + channel] += weight == 0 ? 0 : weight * value;
                }
            }
        }
    }
}
