namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The mean over all spatial axes, for each channel.</summary>
    /// <param name="keepAxes">Whether they stay with extent 1.</param>
    /// <returns>[batch, channels], or [batch, 1…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    public Tensor GlobalAveragePool(bool keepAxes = false) =>
        Mean(SpatialNumbers.AxesOf(PoolingWindow.SubjectOf("GlobalAveragePool"), Shape), keepAxes);
}
