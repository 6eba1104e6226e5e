namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The largest elements of so many bins along the spatial axes, whatever the extents are.</summary>
    /// <remarks>
    /// Bins are those of <see cref="AdaptiveAveragePool"/>; of equal elements the first has the gradient.
    /// </remarks>
    /// <param name="outputSize">How many bins: one number for each of the spatial axes, or one for all.</param>
    /// <returns>[batch, bins…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis, or a bin is huge.</exception>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    public Tensor AdaptiveMaxPool(Axes<long> outputSize) =>
        MaxPoolOp.Of("AdaptiveMaxPool", PoolingWindow.Bins("AdaptiveMaxPool", this, outputSize));
}
