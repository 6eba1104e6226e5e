namespace Nabla;

/// <summary>Keeps the mean of each of so many bins of sequences, for each channel.</summary>
/// <remarks>[batch, time, channels] gets the extents that are asked for; bins are PyTorch's.</remarks>
/// <seealso cref="Tensor.AdaptiveAveragePool"/>
[Component("adaptive_average_pooling_1d")]
public sealed class AdaptiveAveragePooling1D : AdaptivePoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="outputSize">How many bins: one number.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or there is not one for each axis.</exception>
    public AdaptiveAveragePooling1D(Axes<long> outputSize) : base(1, outputSize)
    {
    }

    private protected override Tensor Change(Tensor x) => x.AdaptiveAveragePool(OutputSize);
}
