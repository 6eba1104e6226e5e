namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>A convolution of square images by a square kernel, padded by half the kernel, without bias.</summary>
/// <param name="Kernel">The width and height of the kernel.</param>
/// <param name="Size">The width and height of the images.</param>
/// <param name="Inputs">Channels of the images.</param>
/// <param name="Outputs">Channels of the result.</param>
/// <param name="Stride">How far the kernel moves.</param>
/// <param name="Batch">The number of images.</param>
internal sealed record ConvolutionShape(long Kernel, long Size, long Inputs, long Outputs, long Stride, long Batch)
{
    /// <summary>Its name; <c>peer.py</c> reads from it what to compute.</summary>
    public string Name =>
        $"conv{Kernel}x{Kernel}-{Size}x{Size}x{Inputs}{(Outputs == Inputs ? "" : $"x{Outputs}")}"
        + $"{(Stride == 1 ? "" : $"-stride{Stride}")}-batch{Batch}";

    /// <summary>What is added on each side.</summary>
    public long Padding => Kernel / 2;

    /// <summary>The width and height of the result.</summary>
    public long ResultSize => ((Size + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>Operations by the definition; both gradients take as many.</summary>
    public double Flops => 2.0 * Batch * ResultSize * ResultSize * Kernel * Kernel * Inputs * Outputs;

    /// <summary>The images, [batch, height, width, channels].</summary>
    public TensorSpec Images => new(DType.Float32, [Batch, Size, Size, Inputs]);

    /// <summary>The kernel, [height, width, channels, filters].</summary>
    public TensorSpec Weights => new(DType.Float32, [Kernel, Kernel, Inputs, Outputs]);

    /// <summary>The result, [batch, height, width, filters].</summary>
    public TensorSpec Results => new(DType.Float32, [Batch, ResultSize, ResultSize, Outputs]);

    /// <summary>The convolution.</summary>
    public Tensor Apply(Tensor images, Tensor weights) => images.Conv(weights, strides: [Stride], padding: Padding);
}
