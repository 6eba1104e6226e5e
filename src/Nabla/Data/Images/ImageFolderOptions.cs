using Nabla.Data.Formats;

namespace Nabla;

/// <summary>What becomes of the images of an <see cref="ImageFolder"/>.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>Rows of every image; null where all images have one size already. Give it with the width.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of every image.</summary>
    public int? Width { get; init; }

    /// <summary>1 makes images gray, 3 red, green and blue. Transparent ones are laid over white.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>
    /// The classes in the order of their labels, such as <see cref="ImageFolder.ClassNames"/> of the images that a
    /// model learned from; by default the names of the folders in ordinal order.
    /// </summary>
    /// <remarks>A folder of another name is refused; a class without a folder has no images here.</remarks>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>How images of other proportions are brought to the size.</summary>
    public ImageFit Fit { get; init; } = ImageFit.Stretch;

    /// <summary>How images are resized; bilinear ones are smoothed when they become smaller.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>What fills the rest where images are padded.</summary>
    public byte FillValue { get; init; }

    /// <summary>
    /// Whether files that are damaged, no pictures or of another size are left out and listed in
    /// <see cref="ImageFolder.Skipped"/>; otherwise the first one is refused.
    /// </summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>The largest picture that is read, in pixels.</summary>
    public int MaximumPixels { get; init; } = RasterImage.MaximumPixels;

    internal void Check()
    {
        if (Height.HasValue != Width.HasValue || Height < 1 || Width < 1)
        {
            throw new ArgumentException(
                "Give images both a Height and a Width of 1 or more, or neither where all have one size already.");
        }

        if (Channels is not (1 or 3))
        {
            throw new ArgumentException($"Images have 1 or 3 channels, not {Channels}.");
        }

        if (!Enum.IsDefined(Fit) || !Enum.IsDefined(Interpolation))
        {
            throw new ArgumentException($"There is no Fit '{Fit}' with Interpolation '{Interpolation}'.");
        }

        if (ClassNames is { } names
            && (names.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Count))
        {
            throw new ArgumentException(
                $"ClassNames gives each class once, but these are {names.Count}: {string.Join(", ", names)}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPixels, 1);
    }
}
