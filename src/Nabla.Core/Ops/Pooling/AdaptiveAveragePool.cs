namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The means of so many bins along the spatial axes, whatever the extents are.</summary>
    /// <remarks>
    /// Bin <c>i</c> of <c>n</c> reaches from <c>⌊i · extent / n⌋</c> to <c>⌈(i + 1) · extent / n⌉</c>, exclusive, as in
    /// PyTorch: bins overlap where the extent is no multiple of their number.
    /// </remarks>
    /// <param name="outputSize">How many bins: one number for each of the spatial axes, or one for all.</param>
    /// <returns>[batch, bins…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    public Tensor AdaptiveAveragePool(Axes<long> outputSize)
    {
        PoolingWindow bins = PoolingWindow.Bins("AdaptiveAveragePool", this, outputSize);
        return new ResampleOp(bins.Taps).Apply(bins.Image);
    }
}
