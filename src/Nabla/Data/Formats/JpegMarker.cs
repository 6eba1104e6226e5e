namespace Nabla.Data.Formats;

/// <summary>The markers of a JPEG file that its reader knows.</summary>
internal static class JpegMarker
{
    public const byte Baseline = 0xC0;
    public const byte Extended = 0xC1;
    public const byte Progressive = 0xC2;
    public const byte Codes = 0xC4;
    public const byte End = 0xD9;
    public const byte Scan = 0xDA;
    public const byte Divisors = 0xDB;
    public const byte RestartInterval = 0xDD;
    public const byte Jfif = 0xE0;
    public const byte Exif = 0xE1;
    public const byte Adobe = 0xEE;

    /// <summary>Whether a marker stands between parts of a scan.</summary>
    public static bool IsRestart(byte code) => code is >= 0xD0 and <= 0xD7;

    /// <summary>Whether a marker starts a picture, of any kind.</summary>
    public static bool IsFrame(byte code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
