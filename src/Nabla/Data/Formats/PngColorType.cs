namespace Nabla.Data.Formats;

/// <summary>What the samples of a PNG file are; the values are those of the file.</summary>
internal enum PngColorType : byte
{
    Gray = 0,
    Rgb = 2,
    Palette = 3,
    GrayAlpha = 4,
    RgbAlpha = 6,
}
