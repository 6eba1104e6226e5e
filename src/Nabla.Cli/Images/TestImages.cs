namespace Nabla.Cli.Images;

/// <summary>Takes single images out of a data set, to be looked at.</summary>
internal static class TestImages
{
    private const int PixelCount = Glyph.Extent * Glyph.Extent;

    /// <summary>The images of some numbers, with their labels.</summary>
    public static (Glyph Glyph, int Label)[] At(Dataset set, params ReadOnlySpan<int> indexes)
    {
        (Tensor images, Tensor labels) = set.Read(indexes);
        return [.. images.ToArray<byte>().Chunk(PixelCount).Select(ink => new Glyph(ink)).Zip(labels.ToArray<int>())];
    }
}
