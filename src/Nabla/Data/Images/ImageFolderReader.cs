using Nabla.Data.Formats;

namespace Nabla.Data.Images;

/// <summary>Reads, resizes and recolors files on all processors, each to its place in one array.</summary>
internal sealed class ImageFolderReader(
    string[] files, ImageFolderOptions options, IProgress<ImageFolderProgress>? progress)
{
    private const int SampledFiles = 5;

    private byte[] _pixels = [];
    private int _done;

    /// <summary>Why a file cannot be used; null for those that can.</summary>
    public Exception?[] Failures { get; } = new Exception?[files.Length];

    public int Height { get; private set; } = options.Height ?? 0;

    public int Width { get; private set; } = options.Width ?? 0;

    private int Length => Height * Width * options.Channels;

    /// <summary>Reads all files.</summary>
    public void Read(CancellationToken cancellation)
    {
        int first = Height > 0 || FindCommonSize(cancellation) ? 0 : FindSize(cancellation);
        if ((Int128)Height * Width * options.Channels * Math.Max(files.Length, 1) > Array.MaxLength)
        {
            throw new InvalidFileException(
                $"{files.Length} images of {Width}x{Height} do not fit into one array; choose a smaller size.");
        }

        _pixels = new byte[Length * files.Length];
        ParallelLoopResult result = Parallel.For(
            first, files.Length, new ParallelOptions { CancellationToken = cancellation }, (i, loop) =>
            {
                // Break, not Stop: all files before this one are read, so that the one refused is always the same.
                if (!TryRead(i) && !options.SkipUnreadable)
                {
                    loop.Break();
                }

                progress?.Report(new ImageFolderProgress(Interlocked.Increment(ref _done), files.Length));
            });
        if (result.LowestBreakIteration is { } refused)
        {
            throw Failures[refused]!;
        }
    }

    /// <summary>The pixels of some of the files, without gaps.</summary>
    public byte[] PixelsOf(int[] kept)
    {
        if (kept.Length < files.Length)
        {
            for (int i = 0; i < kept.Length; i++)
            {
                Array.Copy(_pixels, kept[i] * Length, _pixels, i * Length, Length);
            }

            Array.Resize(ref _pixels, kept.Length * Length);
        }

        return _pixels;
    }

    // One odd picture at the beginning is not to make all others odd.
    private bool FindCommonSize(CancellationToken cancellation)
    {
        var sizes = new List<(int Height, int Width)>();
        int count = Math.Min(files.Length, SampledFiles);
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                string file = files[(int)((long)i * files.Length / count)];
                RasterImage image = RasterImage.Load(file, options.MaximumPixels);
                sizes.Add((image.Height, image.Width));
            }
            catch (Exception exception) when (IsOfTheFile(exception))
            {
                // It is met again, and told then.
            }
        }

        if (sizes.Count == 0)
        {
            return false;
        }

        (Height, Width) = sizes.CountBy(size => size).MaxBy(pair => pair.Value).Key;
        return true;
    }

    // The size is that of the first file that can be read.
    private int FindSize(CancellationToken cancellation)
    {
        for (int i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                RasterImage image = RasterImage.Load(files[i], options.MaximumPixels);
                (Height, Width) = (image.Height, image.Width);
                return i;
            }
            catch (Exception exception) when (options.SkipUnreadable && IsOfTheFile(exception))
            {
                Failures[i] = exception;
                progress?.Report(new ImageFolderProgress(++_done, files.Length));
            }
        }

        return files.Length;
    }

    private bool TryRead(int index)
    {
        try
        {
            RasterImage image = RasterImage.Load(files[index], options.MaximumPixels);
            image = options.Channels == 1 ? image.ToGrayscale() : image.ToRgb();
            if (options.Height is null && (image.Height, image.Width) != (Height, Width))
            {
                throw new InvalidFileException(
                    files[index], 0, $"the picture is {image.Width}x{image.Height} where others are {Width}x{Height}",
                    "Give Height and Width in the options, so that all are resized, or skip it with SkipUnreadable.");
            }

            image = ImageResize.Fit(image, Height, Width, options.Fit, options.Interpolation, options.FillValue);
            image.Pixels.CopyTo(_pixels.AsSpan(index * Length, Length));
            return true;
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            Failures[index] = exception;
            return false;
        }
    }

    private static bool IsOfTheFile(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
