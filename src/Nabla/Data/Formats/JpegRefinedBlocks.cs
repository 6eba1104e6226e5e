namespace Nabla.Data.Formats;

/// <summary>Decodes one more bit of the other coefficients of a progressive file.</summary>
/// <remarks>
/// Coefficients that are there already get a bit each as they are passed; between them new ones of one bit appear.
/// </remarks>
internal readonly struct JpegRefinedBlocks : IJpegBlocks
{
    /// <inheritdoc/>
    public static bool TryDecode(
        ref JpegBitReader reader, JpegScan scan, JpegComponent component, int block, ref int run)
    {
        Span<short> coefficients =
            component.Coefficients.AsSpan(block * JpegComponent.BlockLength, JpegComponent.BlockLength);
        int k = scan.Start;
        for (; run == 0 && k <= scan.End; k++)
        {
            int symbol = reader.ReadSymbol(component.Varying!);
            if (symbol < 0)
            {
                return false;
            }

            int zeros = symbol >> 4, size = symbol & 15;
            int value = 0;
            if (size > 0)
            {
                value = reader.Read(1) == 1 ? 1 << scan.Low : -1 << scan.Low;
            }
            else if (zeros < 15)
            {
                run = (1 << zeros) + reader.Read(zeros);
                break;
            }

            k = Refine(ref reader, scan, coefficients, k, zeros);
            if (value != 0)
            {
                if (k > scan.End)
                {
                    return false;
                }

                coefficients[JpegTables.Natural[k]] = (short)value;
            }
        }

        if (run > 0)
        {
            Refine(ref reader, scan, coefficients, k, JpegComponent.BlockLength);
            run--;
        }

        return true;
    }

    // Gives each coefficient that is not zero its bit, until so many zeros were passed; stops at the next zero.
    private static int Refine(ref JpegBitReader reader, JpegScan scan, Span<short> coefficients, int k, int zeros)
    {
        for (; k <= scan.End; k++)
        {
            ref short coefficient = ref coefficients[JpegTables.Natural[k]];
            if (coefficient == 0)
            {
                if (--zeros < 0)
                {
                    break;
                }
            }
            else if (reader.Read(1) == 1 && (coefficient & (1 << scan.Low)) == 0)
            {
                coefficient += (short)(coefficient > 0 ? 1 << scan.Low : -1 << scan.Low);
            }
        }

        return k;
    }
}
