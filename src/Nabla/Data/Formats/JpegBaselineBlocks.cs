using System.Runtime.CompilerServices;

namespace Nabla.Data.Formats;

/// <summary>Decodes blocks that a scan holds as a whole, straight to samples.</summary>
internal readonly struct JpegBaselineBlocks : IJpegBlocks
{
    /// <inheritdoc/>
    public static bool TryDecode(
        ref JpegBitReader reader, JpegScan scan, JpegComponent component, int block, ref int run)
    {
        Unsafe.SkipInit(out JpegBlock values);
        Span<int> coefficients = values;
        coefficients.Clear();
        ushort[] divisors = component.Divisors!;
        int size = reader.ReadSymbol(component.Constant!);
        if ((uint)size > 15)
        {
            return false;
        }

        component.Prediction += reader.ReadSigned(size);
        coefficients[0] = component.Prediction * divisors[0];
        bool isConstant = true;

        JpegHuffmanTable table = component.Varying!;
        ReadOnlySpan<int> lookup = table.LookupValues;
        for (int k = 1; k < JpegComponent.BlockLength; k++)
        {
            reader.Fill();
            int found = lookup[reader.Peek(JpegHuffmanTable.LookupBits)];
            int value;
            if (found != 0)
            {
                k += (found >> 8) & 15;
                reader.Skip(found & 0xFF);
                value = found >> 16;
            }
            else
            {
                int symbol = reader.ReadSymbol(table);
                size = symbol & 15;
                if (symbol < 0)
                {
                    return false;
                }

                if (size == 0)
                {
                    if (symbol != 0xF0)
                    {
                        break;
                    }

                    k += 15;
                    continue;
                }

                k += symbol >> 4;
                value = reader.ReadSigned(size);
            }

            if (k >= JpegComponent.BlockLength)
            {
                return false;
            }

            coefficients[JpegTables.Natural[k]] = value * divisors[k];
            isConstant = false;
        }

        JpegInverseTransform.Apply(
            coefficients, isConstant, component.Samples.AsSpan(Place(component, block)), component.Stride);
        return true;
    }

    /// <summary>Where the samples of a block start.</summary>
    public static int Place(JpegComponent component, int block)
    {
        (int row, int column) = Math.DivRem(block, component.BlocksAcross);
        return ((row * component.Stride) + column) * JpegComponent.BlockExtent;
    }
}
