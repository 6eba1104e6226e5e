using Nabla.Data.Images;

namespace Nabla.Data.Formats;

/// <summary>
/// A picture of eight bits a sample, rows from top to bottom, the channels of a pixel beside each other.
/// </summary>
public sealed class RasterImage
{
    /// <summary>The largest picture that is read unless another limit is given, in pixels.</summary>
    public const int MaximumPixels = 1 << 26;

    // Four channels of so many pixels still fit into an array.
    private const int LargestMaximum = 1 << 28;

    /// <summary>Makes a picture of pixels that lie in memory already.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 gray, 2 gray and alpha, 3 red green blue, 4 red green blue alpha.</param>
    /// <param name="pixels">The samples, [height, width, channels]; kept, not copied.</param>
    /// <exception cref="ArgumentException">The pixels do not fit the extents.</exception>
    public RasterImage(int width, int height, int channels, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        ArgumentNullException.ThrowIfNull(pixels);
        Int128 samples = (Int128)width * height * channels;
        if (pixels.Length != samples)
        {
            throw new ArgumentException(
                $"A picture of {width}x{height} with {channels} channels has {samples} samples "
                + $"but got {pixels.Length}.",
                nameof(pixels));
        }

        Width = width;
        Height = height;
        Channels = channels;
        Pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Samples a pixel: 1 gray, 2 gray and alpha, 3 red green blue, 4 red green blue alpha.</summary>
    public int Channels { get; }

    /// <summary>The samples, [height, width, channels]; not a copy.</summary>
    public byte[] Pixels { get; }

    /// <summary>
    /// Reads a PNG, JPEG, BMP, PGM or PPM file, or one of a registered format; which one is seen from its first bytes.
    /// </summary>
    /// <param name="path">The file to read.</param>
    /// <param name="maximumPixels">
    /// The largest picture to read; what is larger is refused before it takes memory.
    /// </param>
    /// <exception cref="InvalidFileException">The file is none of them, too large, cut short or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RasterImage Load(string path, int maximumPixels = MaximumPixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumPixels, LargestMaximum);
        return ImageDecoders.Decode(path, WholeFile.Read(path, ImageDecoder.MaximumFileLength), maximumPixels);
    }

    /// <summary>The picture in another size.</summary>
    /// <remarks>
    /// Bilinear; where it shrinks, each new pixel is the mean of what it covers, so that fine lines fade and do not
    /// flicker.
    /// </remarks>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="fit">What happens where the proportions differ.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public RasterImage Resize(int height, int width, ImageFit fit = ImageFit.Stretch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return ImageResize.Fit(this, height, width, fit, Interpolation.Bilinear, fillValue: 0);
    }

    /// <summary>The picture with each pixel as a square of several, so that small ones can be seen.</summary>
    /// <param name="factor">Rows and columns of a square, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The factor is less than 1, or the picture would be too large for an array.
    /// </exception>
    public RasterImage Enlarge(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        if ((Int128)Width * Height * Channels * factor * factor > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(factor), factor, $"A picture of {Width}x{Height}, so much larger, is too large for an array.");
        }

        return ImageResize.Fit(
            this, Height * factor, Width * factor, ImageFit.Stretch, Interpolation.Nearest, fillValue: 0);
    }

    /// <summary>The brightness of each pixel, one channel.</summary>
    /// <remarks>
    /// Computes <c>0.299 R + 0.587 G + 0.114 B</c> (ITU-R BT.601), rounded. Where there is an alpha channel the picture
    /// is first laid over the background.
    /// </remarks>
    /// <param name="background">The brightness behind transparent pixels.</param>
    public RasterImage ToGrayscale(byte background = byte.MaxValue)
    {
        if (Channels == 1)
        {
            return this;
        }

        byte[] gray = new byte[Width * Height];
        bool hasAlpha = Channels is 2 or 4;
        for (int i = 0; i < gray.Length; i++)
        {
            ReadOnlySpan<byte> pixel = Pixels.AsSpan(i * Channels, Channels);
            int brightness = Channels < 3
                ? pixel[0]
                : ((299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2]) + 500) / 1000;
            int alpha = hasAlpha ? pixel[^1] : byte.MaxValue;
            gray[i] = (byte)(((brightness * alpha) + (background * (byte.MaxValue - alpha)) + 127) / byte.MaxValue);
        }

        return new RasterImage(Width, Height, 1, gray);
    }

    /// <summary>Red, green and blue of each pixel, three channels.</summary>
    /// <remarks>Where there is an alpha channel the picture is first laid over the background.</remarks>
    /// <param name="background">The gray behind transparent pixels.</param>
    public RasterImage ToRgb(byte background = byte.MaxValue)
    {
        if (Channels == 3)
        {
            return this;
        }

        byte[] colors = new byte[Width * Height * 3];
        for (int i = 0; i < Width * Height; i++)
        {
            ReadOnlySpan<byte> pixel = Pixels.AsSpan(i * Channels, Channels);
            int alpha = Channels is 2 or 4 ? pixel[^1] : byte.MaxValue;
            for (int channel = 0; channel < 3; channel++)
            {
                int value = pixel[Channels < 3 ? 0 : channel];
                colors[(3 * i) + channel] =
                    (byte)(((value * alpha) + (background * (byte.MaxValue - alpha)) + 127) / byte.MaxValue);
            }
        }

        return new RasterImage(Width, Height, 3, colors);
    }
}
