using Nabla.Data.Formats;

namespace Nabla.Data.Images;

/// <summary>Brings pictures to a size.</summary>
/// <remarks>
/// Bilinear weights fall off with the distance between middles of pixels; when a picture shrinks, they reach as far as
/// a new pixel, so that fine lines fade instead of flickering. Rows and columns are done one after the other.
/// </remarks>
internal static class ImageResize
{
    /// <summary>Resizes a picture, and cuts or pads it where its proportions are others.</summary>
    public static RasterImage Fit(
        RasterImage image, int height, int width, ImageFit fit, Interpolation interpolation, byte fillValue)
    {
        if ((image.Height, image.Width) == (height, width))
        {
            return image;
        }

        if ((Int128)height * width * image.Channels > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(height), height, $"A picture of {width}x{height} pixels is too large for an array.");
        }

        if (!Enum.IsDefined(fit))
        {
            throw new ArgumentOutOfRangeException(nameof(fit), fit, "ImageFit is Stretch, Crop or Pad.");
        }

        double down = image.Height / (double)height, across = image.Width / (double)width;
        if (fit is ImageFit.Pad)
        {
            double scale = Math.Max(down, across);
            int innerHeight = Math.Clamp((int)Math.Round(image.Height / scale), 1, height);
            int innerWidth = Math.Clamp((int)Math.Round(image.Width / scale), 1, width);
            return Pad(Resize(image, innerHeight, innerWidth, 0, 0, image.Height, image.Width, interpolation),
                height, width, fillValue);
        }

        if (fit is ImageFit.Stretch)
        {
            return Resize(image, height, width, 0, 0, image.Height, image.Width, interpolation);
        }

        double part = Math.Min(down, across);
        (double partHeight, double partWidth) = (part * height, part * width);
        return Resize(
            image, height, width, (image.Height - partHeight) / 2, (image.Width - partWidth) / 2, partHeight, partWidth,
            interpolation);
    }

    private static RasterImage Resize(
        RasterImage image, int height, int width, double top, double left, double partHeight, double partWidth,
        Interpolation interpolation)
    {
        int channels = image.Channels;
        ResizeTap[] columns = ResizeTap.Of(image.Width, width, left, partWidth, interpolation);
        ResizeTap[] rows = ResizeTap.Of(image.Height, height, top, partHeight, interpolation);

        // Only rows that are asked for become narrow.
        float[] narrow = new float[image.Height * width * channels];
        for (int y = rows[0].Start; y < rows[^1].Start + rows[^1].Weights.Length; y++)
        {
            ReadOnlySpan<byte> source = image.Pixels.AsSpan(y * image.Width * channels, image.Width * channels);
            Span<float> target = narrow.AsSpan(y * width * channels, width * channels);
            for (int x = 0; x < width; x++)
            {
                int place = columns[x].Start * channels;
                foreach (float weight in columns[x].Weights)
                {
                    for (int channel = 0; channel < channels; channel++)
                    {
                        target[(x * channels) + channel] += weight * source[place++];
                    }
                }
            }
        }

        byte[] pixels = new byte[height * width * channels];
        float[] sums = new float[width * channels];
        for (int y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (int i = 0; i < rows[y].Weights.Length; i++)
            {
                float weight = rows[y].Weights[i];
                ReadOnlySpan<float> source = narrow.AsSpan((rows[y].Start + i) * sums.Length, sums.Length);
                for (int x = 0; x < sums.Length; x++)
                {
                    sums[x] += weight * source[x];
                }
            }

            for (int x = 0; x < sums.Length; x++)
            {
                pixels[(y * sums.Length) + x] = (byte)Math.Clamp(sums[x] + 0.5f, byte.MinValue, byte.MaxValue);
            }
        }

        return new RasterImage(width, height, channels, pixels);
    }

    private static RasterImage Pad(RasterImage image, int height, int width, byte fillValue)
    {
        int channels = image.Channels, top = (height - image.Height) / 2, left = (width - image.Width) / 2;
        byte[] pixels = new byte[height * width * channels];
        Array.Fill(pixels, fillValue);
        for (int y = 0; y < image.Height; y++)
        {
            image.Pixels.AsSpan(y * image.Width * channels, image.Width * channels)
                .CopyTo(pixels.AsSpan((((top + y) * width) + left) * channels));
        }

        return new RasterImage(width, height, channels, pixels);
    }
}
