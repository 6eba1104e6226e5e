using Nabla.Data.Formats;
using Nabla.Data.Images;

namespace Nabla;

/// <summary>Images in folders, one folder a class: its name is the name of the class.</summary>
/// <example><code>
/// ImageFolder flowers = ImageFolder.Load("flowers", new() { Height = 64, Width = 64, Fit = ImageFit.Crop });
/// (Dataset train, Dataset test) = flowers.Examples.Map(x => x.Cast(DType.Float32) / 255).Split(0.9);
/// </code></example>
public sealed class ImageFolder
{
    private ImageFolder(TensorDataset examples, string[] classNames, string[] files, SkippedImage[] skipped) =>
        (Examples, ClassNames, Files, Skipped) = (examples, classNames, files, skipped);

    /// <summary>
    /// The examples: uint8 [height, width, channels] with int32 labels, class by class, by file name.
    /// </summary>
    public TensorDataset Examples { get; }

    /// <summary>
    /// The name of each label: those of the folders in ordinal order, unless the options give others.
    /// </summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The file of each example.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The files that were left out, where that was asked for.</summary>
    public IReadOnlyList<SkippedImage> Skipped { get; }

    /// <summary>Reads all images into memory, on all processors.</summary>
    /// <remarks>
    /// Folders within the folder of a class belong to it; links to files are followed, links to folders only where they
    /// are classes. The format is seen from the first bytes of a file, not from its name. Hidden files are passed over.
    /// </remarks>
    /// <param name="folder">The folder that has the folders of the classes.</param>
    /// <param name="options">What becomes of the images; by default colored ones that must all have one size.</param>
    /// <param name="progress">Is told after every file; reports may come from any thread.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidFileException">
    /// There is no class, a class has no images, a folder is none of the classes that the options name, or a file
    /// cannot be read and is not to be skipped.
    /// </exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static ImageFolder Load(
        string folder, ImageFolderOptions? options = null, IProgress<ImageFolderProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new ImageFolderOptions();
        options.Check();
        var listing = ImageListing.Of(folder, options.ClassNames);
        var reader = new ImageFolderReader(listing.Files, options, progress);
        reader.Read(cancellation);

        int[] kept = [.. Enumerable.Range(0, listing.Files.Length).Where(i => reader.Failures[i] is null)];
        listing.ThrowIfEmpty(kept, mayLack: options.ClassNames is not null);
        byte[] pixels = reader.PixelsOf(kept);
        int[] labels = [.. kept.Select(i => listing.Labels[i])];
        SkippedImage[] skipped =
        [
            .. listing.Files.Zip(reader.Failures)
                .Where(pair => pair.Second is not null)
                .Select(pair => new SkippedImage(pair.First, pair.Second!.Message)),
        ];
        Shape shape = [reader.Height, reader.Width, options.Channels];
        return new ImageFolder(
            new TensorDataset(
                new Data.Column<byte>(pixels, kept.Length, shape), new Data.Column<int>(labels, kept.Length, [])),
            listing.ClassNames, [.. kept.Select(i => listing.Files[i])], skipped);
    }

    /// <summary>Reads one image as those of a folder are read, to ask a model about it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What becomes of it, as for the folder.</param>
    /// <returns>uint8 [height, width, channels].</returns>
    /// <exception cref="InvalidFileException">The file is no picture, or damaged.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static Tensor Read(string file, ImageFolderOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        RasterImage image = RasterImage.Load(file, options.MaximumPixels);
        image = options.Channels == 1 ? image.ToGrayscale() : image.ToRgb();
        if (options is { Height: { } height, Width: { } width })
        {
            image = ImageResize.Fit(image, height, width, options.Fit, options.Interpolation, options.FillValue);
        }

        return Tensor.From(image.Pixels, image.Height, image.Width, options.Channels);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Examples.Count} images of {ClassNames.Count} classes"
        + (Skipped.Count > 0 ? $", {Skipped.Count} skipped" : "");
}
