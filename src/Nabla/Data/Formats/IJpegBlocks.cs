namespace Nabla.Data.Formats;

/// <summary>How the blocks of a kind of scan are decoded.</summary>
internal interface IJpegBlocks
{
    /// <summary>Decodes one block; false where its bits are no code.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="scan">What the scan holds.</param>
    /// <param name="component">The component of the block.</param>
    /// <param name="block">The number of the block in its component.</param>
    /// <param name="run">How many blocks from here on have nothing more.</param>
    static abstract bool TryDecode(
        ref JpegBitReader reader, JpegScan scan, JpegComponent component, int block, ref int run);
}
