namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The largest element over all spatial axes, for each channel.</summary>
    /// <remarks>Where several elements are largest, the gradient is shared equally.</remarks>
    /// <param name="keepAxes">Whether they stay with extent 1.</param>
    /// <returns>[batch, channels], or [batch, 1…, channels]; this is [batch, spatial…, channels].</returns>
    /// <exception cref="ShapeMismatchException">This is no image of at least one pixel.</exception>
    public Tensor GlobalMaxPool(bool keepAxes = false)
    {
        int[] axes = SpatialNumbers.AxesOf(PoolingWindow.SubjectOf("GlobalMaxPool"), Shape);

        // Of no images or channels there is no largest element, but nothing is asked for either.
        return Shape.ElementCount == 0
            ? this.Sum(axes, keepAxes).Cast(DType)
            : Max(axes, keepAxes);
    }
}
