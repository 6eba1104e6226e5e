namespace Nabla.Data.Formats;

/// <summary>Reads PGM (gray) and PPM (color) pictures, as text (P2, P3) or binary (P5, P6).</summary>
/// <remarks>
/// Samples are stretched so that the file's largest value becomes 255. A file holds one picture and nothing after it.
/// Source: Netpbm, pgm(5) and ppm(5).
/// </remarks>
public static class PnmReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>A picture of 1 (PGM) or 3 (PPM) channels.</returns>
    /// <exception cref="InvalidFileException">The file is no PGM or PPM file, cut short or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RasterImage Read(string path) =>
        Parse(path, WholeFile.Read(path, ImageDecoder.MaximumFileLength), RasterImage.MaximumPixels);

    /// <summary>Tells whether bytes start as a PGM or PPM file does.</summary>
    internal static bool HasSignature(ReadOnlySpan<byte> content) =>
        content is [(byte)'P', (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6', ..];

    /// <summary>Parses a whole file that lies in memory.</summary>
    internal static RasterImage Parse(string path, byte[] content, int maximumPixels = RasterImage.MaximumPixels)
    {
        if (!HasSignature(content))
        {
            throw new InvalidFileException(
                path, 0, "the file does not start with P2, P3, P5 or P6", "Convert it to PGM, PPM or PNG.");
        }

        int channels = content[1] is (byte)'3' or (byte)'6' ? 3 : 1;
        bool isText = content[1] is (byte)'2' or (byte)'3';
        var tokens = new PnmTokens(path, content, position: 2);
        int width = tokens.ReadInteger("the width", 1, maximumPixels);
        int height = tokens.ReadInteger("the height", 1, maximumPixels);
        int largest = tokens.ReadInteger("the largest value", 1, ushort.MaxValue);
        if ((long)width * height > maximumPixels)
        {
            throw tokens.Invalid(
                $"a picture of {width}x{height} has more than {maximumPixels} pixels");
        }

        int samples = width * height * channels;
        byte[] pixels = isText
            ? ReadText(ref tokens, samples, largest)
            : ReadBinary(ref tokens, samples, largest);
        return new RasterImage(width, height, channels, pixels);
    }

    private static byte[] ReadText(ref PnmTokens tokens, int samples, int largest)
    {
        // A sample takes a digit and, but for the last one, a space.
        if (tokens.Remaining < (2L * samples) - 1)
        {
            throw tokens.Invalid($"the rest of the file cannot hold {samples} samples");
        }

        byte[] pixels = new byte[samples];
        for (int i = 0; i < samples; i++)
        {
            pixels[i] = ToByte(tokens.ReadInteger("a sample", 0, largest), largest);
        }

        tokens.ExpectEnd();
        return pixels;
    }

    private static byte[] ReadBinary(ref PnmTokens tokens, int samples, int largest)
    {
        int size = largest > byte.MaxValue ? 2 : 1;
        ReadOnlySpan<byte> raster = tokens.ReadRaster((long)samples * size);
        byte[] pixels = new byte[samples];
        for (int i = 0; i < samples; i++)
        {
            int value = size == 1 ? raster[i] : (raster[2 * i] << 8) | raster[(2 * i) + 1];
            if (value > largest)
            {
                throw tokens.Invalid($"sample {i} is {value} where the largest is {largest}");
            }

            pixels[i] = ToByte(value, largest);
        }

        return pixels;
    }

    private static byte ToByte(int value, int largest) => (byte)(((value * 255) + (largest / 2)) / largest);
}
