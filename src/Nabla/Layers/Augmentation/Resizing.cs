namespace Nabla;

/// <summary>Brings images to one size, while training and while predicting.</summary>
/// <remarks>
/// Middles of pixels are at halves, as in Keras' layer of this name and PyTorch's <c>interpolate</c> without
/// <c>align_corners</c>; images that become much smaller are not smoothed first.
/// </remarks>
[Component("resizing")]
public sealed class Resizing : ImageLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="height">Rows of the result.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="cropToAspectRatio">
    /// Whether the middle is cut out so that nothing is distorted; otherwise images are stretched.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is less than 1.</exception>
    public Resizing(
        int height, int width, Interpolation interpolation = Interpolation.Bilinear, bool cropToAspectRatio = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Height, Width) = (height, width);
        Interpolation = interpolation;
        CropToAspectRatio = cropToAspectRatio;
    }

    /// <summary>Rows of the result.</summary>
    public int Height { get; }

    /// <summary>Columns of the result.</summary>
    public int Width { get; }

    /// <summary>How values between pixels are made.</summary>
    public Interpolation Interpolation { get; }

    /// <summary>Whether the middle is cut out so that nothing is distorted.</summary>
    public bool CropToAspectRatio { get; }

    private protected override Tensor Change(Tensor images, CallContext context)
    {
        double down = images.Shape[1] / (double)Height, across = images.Shape[2] / (double)Width;
        if (CropToAspectRatio)
        {
            down = across = Math.Min(down, across);
        }

        double x0 = (images.Shape[2] - (across * (Width - 1)) - 1) / 2;
        double y0 = (images.Shape[1] - (down * (Height - 1)) - 1) / 2;
        Tensor matrices = Tensor.From([across, 0, x0, 0, down, y0], [1, 2, 3]).Cast(images.DType)
            .BroadcastTo(images.Shape[0], 2, 3);
        return images.AffineSample(
            matrices, FillMode.Nearest, Interpolation, height: Height, width: Width);
    }
}
