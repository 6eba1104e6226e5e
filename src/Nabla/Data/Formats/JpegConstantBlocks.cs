namespace Nabla.Data.Formats;

/// <summary>Decodes the constant coefficients of a progressive file, or one more bit of them.</summary>
internal readonly struct JpegConstantBlocks : IJpegBlocks
{
    /// <inheritdoc/>
    public static bool TryDecode(
        ref JpegBitReader reader, JpegScan scan, JpegComponent component, int block, ref int run)
    {
        ref short constant = ref component.Coefficients[block * JpegComponent.BlockLength];
        if (scan.High > 0)
        {
            constant |= (short)(reader.Read(1) << scan.Low);
            return true;
        }

        int size = reader.ReadSymbol(component.Constant!);
        if ((uint)size > 15)
        {
            return false;
        }

        component.Prediction += reader.ReadSigned(size);
        constant = unchecked((short)(component.Prediction << scan.Low));
        return true;
    }
}
