namespace Nabla.Data.Formats;

/// <summary>Puts the picture of a JPEG file together from its components.</summary>
internal static class JpegPlanes
{
    /// <summary>Whether a scan of each component was there.</summary>
    public static bool AreComplete(JpegFrame frame) =>
        Array.TrueForAll(frame.Components, component => component.Divisors is not null);

    /// <summary>Brings the components to one size and mixes colors.</summary>
    public static RasterImage Assemble(JpegFrame frame, JpegColorInformation colors)
    {
        if (frame.IsProgressive)
        {
            Array.ForEach(frame.Components, Transform);
        }

        int width = frame.Width, channels = frame.Components.Length == 1 ? 1 : 3;
        byte[] pixels = GC.AllocateUninitializedArray<byte>(frame.Height * width * channels);
        var rows = Array.ConvertAll(frame.Components, component => new JpegUpsampling(component, frame));
        bool hasDifferences = colors.HasDifferences(frame.Components);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<byte> target = pixels.AsSpan(y * width * channels, width * channels);
            switch (rows.Length)
            {
                case 1:
                    rows[0].Row(y)[..width].CopyTo(target);
                    break;
                case 3:
                    JpegColors.Mix(rows[0].Row(y), rows[1].Row(y), rows[2].Row(y), target, hasDifferences);
                    break;
                default:
                    JpegColors.Mix(rows[0].Row(y), rows[1].Row(y), rows[2].Row(y), target, hasDifferences);
                    JpegColors.Darken(rows[3].Row(y), target, colors.IsInverted, hasDifferences);
                    break;
            }
        }

        return ExifOrientation.Apply(new RasterImage(width, frame.Height, channels, pixels), colors.Orientation);
    }

    // Of a progressive file: coefficients become samples when the last scan has been read.
    private static void Transform(JpegComponent component)
    {
        Span<int> block = stackalloc int[JpegComponent.BlockLength];
        Span<int> divisors = stackalloc int[JpegComponent.BlockLength];
        for (int k = 0; k < divisors.Length; k++)
        {
            divisors[JpegTables.Natural[k]] = component.Divisors![k];
        }

        ReadOnlySpan<short> coefficients = component.Coefficients;
        for (int i = 0; !coefficients.IsEmpty; i++, coefficients = coefficients[JpegComponent.BlockLength..])
        {
            bool isConstant = !coefficients[1..JpegComponent.BlockLength].ContainsAnyExcept((short)0);
            for (int k = 0; k < (isConstant ? 1 : block.Length); k++)
            {
                block[k] = coefficients[k] * divisors[k];
            }

            JpegInverseTransform.Apply(
                block, isConstant, component.Samples.AsSpan(JpegBaselineBlocks.Place(component, i)), component.Stride);
        }
    }
}
