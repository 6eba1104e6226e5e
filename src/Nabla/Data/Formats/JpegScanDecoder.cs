namespace Nabla.Data.Formats;

/// <summary>Walks over the blocks of a scan.</summary>
internal static class JpegScanDecoder
{
    /// <summary>Decodes a scan; returns where it ends.</summary>
    public static int Decode(
        string path, byte[] content, int offset, JpegFrame frame, JpegScan scan, int restartInterval) =>
        (frame.IsProgressive, scan) switch
        {
            (false, _) => Decode<JpegBaselineBlocks>(path, content, offset, frame, scan, restartInterval),
            (true, { Start: 0 }) => Decode<JpegConstantBlocks>(path, content, offset, frame, scan, restartInterval),
            (true, { High: 0 }) => Decode<JpegVaryingBlocks>(path, content, offset, frame, scan, restartInterval),
            _ => Decode<JpegRefinedBlocks>(path, content, offset, frame, scan, restartInterval),
        };

    private static int Decode<TBlocks>(
        string path, byte[] content, int offset, JpegFrame frame, JpegScan scan, int restartInterval)
        where TBlocks : struct, IJpegBlocks
    {
        // One component alone has no units: its blocks follow each other, without those that only fill units up.
        bool isAlone = scan.Components.Length == 1;
        JpegComponent first = scan.Components[0];
        int across = isAlone ? Blocks(first.Width) : first.BlocksAcross / first.Horizontal;
        int units = across * (isAlone ? Blocks(first.Height) : first.BlocksDown / first.Vertical);

        var reader = new JpegBitReader(content, offset);
        Array.ForEach(scan.Components, component => component.Prediction = 0);
        for (int unit = 0, run = 0, restarts = 0; unit < units; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                if (!reader.TryRestart(restarts++))
                {
                    throw JpegReader.Damaged(path, reader.Position, "a restart marker is missing");
                }

                run = 0;
                Array.ForEach(scan.Components, component => component.Prediction = 0);
            }

            (int row, int column) = Math.DivRem(unit, across);
            bool isSound = isAlone
                ? TBlocks.TryDecode(ref reader, scan, first, (row * first.BlocksAcross) + column, ref run)
                : TryDecodeUnit<TBlocks>(ref reader, scan, row, column, ref run);
            if (!isSound || reader.IsOverrun)
            {
                throw JpegReader.Damaged(
                    path, reader.Position,
                    isSound ? $"the data of a scan ends at unit {unit} of {units}" : "a code does not exist");
            }
        }

        return reader.Position;
    }

    private static bool TryDecodeUnit<TBlocks>(
        ref JpegBitReader reader, JpegScan scan, int row, int column, ref int run)
        where TBlocks : struct, IJpegBlocks
    {
        foreach (JpegComponent component in scan.Components)
        {
            for (int y = 0; y < component.Vertical; y++)
            {
                int block = (((row * component.Vertical) + y) * component.BlocksAcross)
                    + (column * component.Horizontal);
                for (int x = 0; x < component.Horizontal; x++)
                {
                    if (!TBlocks.TryDecode(ref reader, scan, component, block + x, ref run))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static int Blocks(int samples) => (samples + JpegComponent.BlockExtent - 1) / JpegComponent.BlockExtent;
}
