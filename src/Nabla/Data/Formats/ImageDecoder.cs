namespace Nabla.Data.Formats;

/// <summary>Reads one format of pictures; make your own to read more, and register it once, at start.</summary>
/// <example><code>ImageDecoders.Register(new WebPDecoder());</code></example>
public abstract class ImageDecoder
{
    /// <summary>The longest file that is read.</summary>
    internal const int MaximumFileLength = 1 << 28;

    /// <summary>The format's name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Tells by its first bytes whether a file is of this format.</summary>
    /// <param name="content">The whole file.</param>
    public abstract bool Recognizes(ReadOnlySpan<byte> content);

    /// <summary>Decodes a file. Called by any number of threads at once.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="maximumPixels">The largest picture; check it before anything large is allocated.</param>
    /// <exception cref="InvalidFileException">
    /// The file is damaged, too large, or of a kind that is not read.
    /// </exception>
    public abstract RasterImage Decode(string path, byte[] content, int maximumPixels);
}
