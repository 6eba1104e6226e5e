namespace Nabla.Cli.Images;

/// <summary>Takes single images out of a data set, to be looked at.</summary>
internal static class TestImages
{
    private const int PixelCount = Glyph.Extent * Glyph.Extent;

    /// <summary>The images of some numbers.</summary>
    public static Glyph[] At(Dataset set, params ReadOnlySpan<int> indexes) =>
        [.. set.Read(indexes).Input.ToArray<byte>().Chunk(PixelCount).Select(ink => new Glyph(ink))];
}
