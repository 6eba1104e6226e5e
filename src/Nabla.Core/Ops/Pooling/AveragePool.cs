namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The mean of each window that slides over the spatial axes, for each channel.</summary>
    /// <remarks>Integers become floating numbers.</remarks>
    /// <param name="size">The window: one extent for each of the spatial axes, or one for all.</param>
    /// <param name="strides">How far it moves; by default as far as it is wide.</param>
    /// <param name="padding">What is added around the image; by default nothing.</param>
    /// <param name="countPadding">
    /// Whether zeros that were added count in the mean, as PyTorch does by default; Keras does not.
    /// </param>
    /// <returns>[batch, spatial…, channels]; this has that form too.</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ShapeMismatchException">
    /// This is no image, the window is larger than it with its padding, or somewhere sees nothing that counts.
    /// </exception>
    public Tensor AveragePool(
        Axes<long> size, Axes<long> strides = default, Padding? padding = null, bool countPadding = false)
    {
        PoolingWindow window = PoolingWindow.Over(
            "AveragePool", this, size, strides, padding, countsPadding: countPadding);
        return new ResampleOp(window.Taps).Apply(window.Image);
    }
}
