namespace Nabla.Data.Formats;

/// <summary>Puts the picture of a PNG file together from its rows.</summary>
internal static class PngRows
{
    private const string Remedy = "The file is damaged; save it again.";

    /// <summary>Reads the rows of all passes.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="offset">The end of the data in the file, for messages.</param>
    /// <param name="header">The header of the file.</param>
    /// <param name="samples">Converts a row to pixels.</param>
    /// <param name="stream">The decompressed data.</param>
    public static RasterImage Read(string path, long offset, PngHeader header, PngSamples samples, Stream stream)
    {
        int channels = samples.Channels;
        byte[] picture = new byte[header.Width * header.Height * channels];
        byte[] pixels = new byte[header.Width * channels];
        int rowLength = header.RowLength(header.Width);
        byte[] row = new byte[rowLength];
        byte[] above = new byte[rowLength];

        foreach (PngPass pass in PngPass.Of(header).Where(pass => pass.Width > 0))
        {
            Array.Clear(above);
            int length = header.RowLength(pass.Width);
            for (int y = 0; y < pass.Height; y++)
            {
                int filter = stream.ReadByte();
                int read = stream.ReadAtLeast(row.AsSpan(0, length), length, throwOnEndOfStream: false);
                if (read < length || filter >= PngFilter.Count)
                {
                    string problem = read < length ? "the rows end too early" : $"a row has the filter {filter}";
                    throw new InvalidFileException(path, offset, problem, Remedy);
                }

                PngFilter.Undo(filter, row.AsSpan(0, length), above.AsSpan(0, length), header.FilterStride);
                if (!samples.TryExpand(row.AsSpan(0, length), pixels.AsSpan(0, pass.Width * channels)))
                {
                    throw new InvalidFileException(path, offset, "a pixel has no entry in the palette", Remedy);
                }

                Scatter(pixels, picture, pass, y, header.Width, channels);
                (row, above) = (above, row);
            }
        }

        return stream.ReadByte() < 0
            ? new RasterImage(header.Width, header.Height, channels, picture)
            : throw new InvalidFileException(path, offset, "more data follows the last row", Remedy);
    }

    private static void Scatter(byte[] pixels, byte[] picture, PngPass pass, int y, int width, int channels)
    {
        int start = (((pass.Top + (y * pass.StepY)) * width) + pass.Left) * channels;
        if (pass.StepX == 1)
        {
            pixels.AsSpan(0, pass.Width * channels).CopyTo(picture.AsSpan(start));
            return;
        }

        for (int x = 0; x < pass.Width; x++)
        {
            pixels.AsSpan(x * channels, channels).CopyTo(picture.AsSpan(start + (x * pass.StepX * channels)));
        }
    }
}
