using System.Runtime.CompilerServices;

namespace Nabla.Data.Formats;

/// <summary>Mixes the colors of JPEG pictures.</summary>
/// <remarks>
/// Differences of color become RGB by ITU-R BT.601 in 16 bits of fraction, rounded as the IJG's library does.
/// </remarks>
internal static class JpegColors
{
    private const int FractionBits = 16;
    private const int Half = 1 << (FractionBits - 1);
    private const int Middle = 128;
    private const int RedOfRed = 91881;       // 1.40200
    private const int GreenOfBlue = -22554;   // −0.34414
    private const int GreenOfRed = -46802;    // −0.71414
    private const int BlueOfBlue = 116130;    // 1.77200

    /// <summary>Mixes a row of red, green and blue, or of brightness and differences.</summary>
    public static void Mix(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> rgb,
        bool hasDifferences)
    {
        int width = rgb.Length / 3;
        first = first[..width];
        second = second[..width];
        third = third[..width];
        for (int x = 0; x < first.Length; x++)
        {
            Span<byte> pixel = rgb.Slice(3 * x, 3);
            if (!hasDifferences)
            {
                (pixel[0], pixel[1], pixel[2]) = (first[x], second[x], third[x]);
                continue;
            }

            int brightness = first[x], blue = second[x] - Middle, red = third[x] - Middle;
            pixel[0] = ToByte(brightness + (((RedOfRed * red) + Half) >> FractionBits));
            pixel[1] = ToByte(brightness + (((GreenOfBlue * blue) + (GreenOfRed * red) + Half) >> FractionBits));
            pixel[2] = ToByte(brightness + (((BlueOfBlue * blue) + Half) >> FractionBits));
        }
    }

    /// <summary>Makes RGB of a row of cyan, magenta and yellow, and of its black.</summary>
    /// <param name="black">The black of each pixel.</param>
    /// <param name="row">Cyan, magenta and yellow; receives red, green and blue.</param>
    /// <param name="isInverted">Whether 255 stands for no ink.</param>
    /// <param name="hadDifferences">Whether the row was mixed of differences, which are of the complement.</param>
    public static void Darken(ReadOnlySpan<byte> black, Span<byte> row, bool isInverted, bool hadDifferences)
    {
        for (int x = 0; x < row.Length / 3; x++)
        {
            int light = isInverted ? black[x] : byte.MaxValue - black[x];
            foreach (ref byte ink in row.Slice(3 * x, 3))
            {
                int value = isInverted != hadDifferences ? ink : byte.MaxValue - ink;
                ink = (byte)(((value * light) + 127) / byte.MaxValue);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte ToByte(int value) =>
        (uint)value <= byte.MaxValue ? (byte)value : value < 0 ? byte.MinValue : byte.MaxValue;
}
