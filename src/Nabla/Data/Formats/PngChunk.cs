using System.Buffers.Binary;
using System.Text;

namespace Nabla.Data.Formats;

/// <summary>The names of PNG chunks, as the integers that stand in the file.</summary>
internal static class PngChunk
{
    /// <summary>IHDR.</summary>
    public const uint Header = 0x49484452;

    /// <summary>PLTE.</summary>
    public const uint Palette = 0x504C5445;

    /// <summary>tRNS.</summary>
    public const uint Transparency = 0x74524E53;

    /// <summary>IDAT.</summary>
    public const uint Data = 0x49444154;

    /// <summary>IEND.</summary>
    public const uint End = 0x49454E44;

    /// <summary>
    /// The name for messages; what is no letter, as a damaged file may have it, becomes a question mark.
    /// </summary>
    public static string Name(uint type)
    {
        Span<byte> letters = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(letters, type);
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = char.IsAsciiLetter((char)letters[i]) ? letters[i] : (byte)'?';
        }

        return Encoding.ASCII.GetString(letters);
    }
}
