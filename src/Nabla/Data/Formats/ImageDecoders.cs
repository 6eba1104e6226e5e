namespace Nabla.Data.Formats;

/// <summary>The formats of pictures that are read: PNG, JPEG, BMP, PGM and PPM, and those of your own.</summary>
public static class ImageDecoders
{
    private static readonly Lock s_registering = new();
    private static volatile ImageDecoder[] s_all =
    [
        new BuiltInDecoder("PNG", PngReader.HasSignature, PngReader.Parse),
        new BuiltInDecoder("JPEG", JpegReader.HasSignature, JpegReader.Parse),
        new BuiltInDecoder("BMP", BmpReader.HasSignature, BmpReader.Parse),
        new BuiltInDecoder("PGM or PPM", PnmReader.HasSignature, PnmReader.Parse),
    ];

    private delegate bool Recognizer(ReadOnlySpan<byte> content);

    /// <summary>Adds a format, or replaces one: the last that was registered is asked first.</summary>
    /// <param name="decoder">Reads the format.</param>
    public static void Register(ImageDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(decoder);
        lock (s_registering)
        {
            s_all = [decoder, .. s_all];
        }
    }

    /// <summary>Takes a format away again.</summary>
    internal static void Remove(ImageDecoder decoder)
    {
        lock (s_registering)
        {
            s_all = Array.FindAll(s_all, other => other != decoder);
        }
    }

    /// <summary>Whether a file is of a format that is read.</summary>
    internal static bool Recognize(ReadOnlySpan<byte> content) => Find(content) is not null;

    /// <summary>Decodes a file of any format.</summary>
    internal static RasterImage Decode(string path, byte[] content, int maximumPixels) =>
        Find(content)?.Decode(path, content, maximumPixels)
        ?? throw new InvalidFileException(
            path, 0, $"this is no {string.Join(", ", s_all.Select(decoder => decoder.Name))} picture",
            "Convert it to one of them, or register a decoder with ImageDecoders.Register.");

    private static ImageDecoder? Find(ReadOnlySpan<byte> content)
    {
        foreach (ImageDecoder decoder in s_all)
        {
            if (decoder.Recognizes(content))
            {
                return decoder;
            }
        }

        return null;
    }

    private sealed class BuiltInDecoder(
        string name, Recognizer recognizes, Func<string, byte[], int, RasterImage> decode) : ImageDecoder
    {
        public override string Name => name;

        public override bool Recognizes(ReadOnlySpan<byte> content) => recognizes(content);

        public override RasterImage Decode(string path, byte[] content, int maximumPixels) =>
            decode(path, content, maximumPixels);
    }
}
