namespace Nabla.Data.Formats;

/// <summary>Decodes the other coefficients of a progressive file for the first time.</summary>
internal readonly struct JpegVaryingBlocks : IJpegBlocks
{
    /// <inheritdoc/>
    public static bool TryDecode(
        ref JpegBitReader reader, JpegScan scan, JpegComponent component, int block, ref int run)
    {
        if (run > 0)
        {
            run--;
            return true;
        }

        Span<short> coefficients =
            component.Coefficients.AsSpan(block * JpegComponent.BlockLength, JpegComponent.BlockLength);
        for (int k = scan.Start; k <= scan.End; k++)
        {
            int symbol = reader.ReadSymbol(component.Varying!);
            if (symbol < 0)
            {
                return false;
            }

            int zeros = symbol >> 4, size = symbol & 15;
            if (size > 0)
            {
                k += zeros;
                if (k > scan.End)
                {
                    return false;
                }

                coefficients[JpegTables.Natural[k]] = unchecked((short)(reader.ReadSigned(size) << scan.Low));
            }
            else if (zeros == 15)
            {
                k += 15;
            }
            else
            {
                run = (1 << zeros) - 1 + reader.Read(zeros);
                break;
            }
        }

        return true;
    }
}
