namespace Nabla;

/// <summary>Keeps the mean of each of so many bins of images, for each channel.</summary>
/// <remarks>[batch, height, width, channels] gets the extents that are asked for; bins are PyTorch's.</remarks>
/// <seealso cref="Tensor.AdaptiveAveragePool"/>
[Component("adaptive_average_pooling_2d")]
public sealed class AdaptiveAveragePooling2D : AdaptivePoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="outputSize">How many bins: one number for each axis, or one for both.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or there is not one for each axis.</exception>
    public AdaptiveAveragePooling2D(Axes<long> outputSize) : base(2, outputSize)
    {
    }

    private protected override Tensor Change(Tensor x) => x.AdaptiveAveragePool(OutputSize);
}
