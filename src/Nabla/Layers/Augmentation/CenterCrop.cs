namespace Nabla;

/// <summary>Cuts the middle out of images, while training and while predicting.</summary>
[Component("center_crop")]
public sealed class CenterCrop : ImageLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="height">Rows that stay.</param>
    /// <param name="width">Columns that stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is less than 1.</exception>
    public CenterCrop(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Height, Width) = (height, width);
    }

    /// <summary>Rows that stay.</summary>
    public int Height { get; }

    /// <summary>Columns that stay.</summary>
    public int Width { get; }

    private protected override Tensor Change(Tensor images, CallContext context) =>
        Cut(images, Height, Width, Subject);

    /// <summary>The middle of images; what does not fit evenly is left over to the right and below.</summary>
    internal static Tensor Cut(Tensor images, int height, int width, string subject)
    {
        CheckFits(images, height, width, subject);
        int top = (int)(images.Shape[1] - height) / 2, left = (int)(images.Shape[2] - width) / 2;
        return images.Slice(1, top..(top + height)).Slice(2, left..(left + width));
    }

    internal static void CheckFits(Tensor images, int height, int width, string subject)
    {
        if (images.Shape[1] < height || images.Shape[2] < width)
        {
            throw new ShapeMismatchException(
                $"{subject} cuts {height} rows and {width} columns out but got images {images.Shape}; make them larger "
                + "with Resizing first, or cut less.", images.Shape);
        }
    }
}
