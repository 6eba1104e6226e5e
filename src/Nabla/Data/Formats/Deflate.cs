namespace Nabla.Data.Formats;

/// <summary>What the readers of compressed data know about deflate: how to bound it, and how it fails.</summary>
internal static class Deflate
{
    /// <summary>What deflate can at most expand: 258 bytes from two bits.</summary>
    public const int MaximumRatio = 1032;

    // Beyond it the buffer grows with the data. Photographs and digits stay below 8.
    private const int TrustedRatio = 16;

    private const int Slack = 1 << 16;

    /// <summary>Tells whether so many bytes can come out of so many compressed ones at all.</summary>
    public static bool IsReachable(long length, long compressedLength) =>
        length <= (compressedLength * MaximumRatio) + Slack;

    /// <summary>Tells exceptions by which the decompressors report damaged data from a failing disk.</summary>
    /// <remarks>
    /// Some damage, such as asking for a dictionary, surfaces as an <see cref="IOException"/> of a type that the base
    /// class library keeps to itself; what the disk reports is a plain one.
    /// </remarks>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException
        || (exception is IOException and not InvalidFileException && exception.GetType() != typeof(IOException));

    /// <summary>
    /// Reads up to <paramref name="length"/> bytes into an array that is never far ahead of the data.
    /// </summary>
    /// <param name="stream">The decompressing stream.</param>
    /// <param name="length">How many bytes were declared.</param>
    /// <param name="compressedLength">The length of the compressed file.</param>
    /// <param name="read">How many bytes there were; the array is as long as declared if all were.</param>
    public static byte[] ReadAtMost(Stream stream, int length, long compressedLength, out int read)
    {
        byte[] values = GC.AllocateUninitializedArray<byte>(
            (int)Math.Min(length, (compressedLength * TrustedRatio) + Slack));
        read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(values.AsSpan(read), values.Length - read, throwOnEndOfStream: false);
            if (read < values.Length || read == length)
            {
                return values;
            }

            byte[] larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, values.Length * 2L));
            values.CopyTo(larger, 0);
            values = larger;
        }
    }
}
