namespace Nabla;

/// <summary>Blots a square out of every image while training; a part of it may lie outside.</summary>
/// <remarks>
/// Source: T. DeVries, G. W. Taylor, Improved regularization of convolutional neural networks with cutout, 2017.
/// </remarks>
[Component("cutout")]
public sealed class Cutout : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="size">The side of the square in pixels, at least 1.</param>
    /// <param name="fillValue">What stands there afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public Cutout(int size, float fillValue = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        FillValue = fillValue;
    }

    /// <summary>The side of the square in pixels.</summary>
    public int Size { get; }

    /// <summary>What stands there afterwards.</summary>
    public float FillValue { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        Tensor top = Start(images, images.Shape[1], context, "top");
        Tensor left = Start(images, images.Shape[2], context, "left");
        Tensor size = Tensor.Full([images.Shape[0]], Size, images.DType);
        return ImageBoxes.Inside(images.Shape, top, left, size, size).Where(FillValue, images);
    }

    // The middle is any pixel of the image.
    private Tensor Start(Tensor images, long extent, CallContext context, string purpose) =>
        Tensor.RandomInteger([images.Shape[0]], 0, extent, context.Key(purpose), context.Step).Cast(images.DType)
        - (Size / 2);
}
