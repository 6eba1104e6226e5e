using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>An example of a data set as a PNG file, where its shape is that of a picture.</summary>
internal static class ExamplePicture
{
    private const int LargestExtent = 96;

    /// <summary>The picture of an input [height, width] or [height, width, 1, 3 or 4]; null for other inputs.</summary>
    public static byte[]? Of(Dataset data, int example)
    {
        ReadOnlySpan<long> shape = data.InputSpec.Shape.Extents;
        long channels = shape.Length == 3 ? shape[2] : 1;
        if (shape.Length is < 2 or > 3 || channels is not (1 or 3 or 4) || shape[0] < 2 || shape[1] < 2)
        {
            return null;
        }

        Tensor input = data.Read([example]).Input;

        // Inputs may be standardised, so that their own range is all that is known.
        return Encode(new RasterImage((int)shape[1], (int)shape[0], (int)channels, PictureGrid.ToBytes(input)));
    }

    /// <summary>The bytes of a PNG file, of a large picture made small.</summary>
    public static byte[] Encode(RasterImage image)
    {
        using var stream = new MemoryStream();
        PngWriter.WriteTo(stream, Shrink(image));
        return stream.ToArray();
    }

    // Means of squares of pixels: a report holds two dozen pictures, and they are looked at small.
    private static RasterImage Shrink(RasterImage image)
    {
        int factor = (Math.Max(image.Width, image.Height) + LargestExtent - 1) / LargestExtent;
        (int width, int height) = (image.Width / factor, image.Height / factor);
        if (factor == 1 || width == 0 || height == 0)
        {
            return image;
        }

        byte[] pixels = new byte[width * height * image.Channels];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int pixel, int channel) = Math.DivRem(i, image.Channels);
            (int y, int x) = Math.DivRem(pixel, width);
            int sum = 0;
            for (int j = 0; j < factor * factor; j++)
            {
                int row = (y * factor) + (j / factor), column = (x * factor) + (j % factor);
                sum += image.Pixels[(((row * image.Width) + column) * image.Channels) + channel];
            }

            pixels[i] = (byte)(sum / (factor * factor));
        }

        return new RasterImage(width, height, image.Channels, pixels);
    }
}
