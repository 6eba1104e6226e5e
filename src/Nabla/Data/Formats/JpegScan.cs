namespace Nabla.Data.Formats;

/// <summary>Which coefficients of which components a scan of a JPEG file holds.</summary>
/// <param name="Components">The components, in the order of the file.</param>
/// <param name="Start">The first coefficient in zigzag order.</param>
/// <param name="End">The last coefficient.</param>
/// <param name="High">The bit from which on an earlier scan gave them; 0 for the first.</param>
/// <param name="Low">The lowest bit that this scan gives.</param>
internal sealed record JpegScan(JpegComponent[] Components, int Start, int End, int High, int Low)
{
    private const int LargestShift = 13;

    /// <summary>Parses the header of a scan and gives its components their tables.</summary>
    public static JpegScan Parse(string path, int offset, ReadOnlySpan<byte> data, JpegFrame frame, JpegTables tables)
    {
        int count = data.IsEmpty ? 0 : data[0];
        if (count is < 1 or > 4 || data.Length != 4 + (2 * count))
        {
            throw JpegReader.Damaged(path, offset, "the header of a scan does not have its length");
        }

        ReadOnlySpan<byte> range = data[(1 + (2 * count))..];
        (int start, int end, int high, int low) = frame.IsProgressive
            ? (range[0], range[1], range[2] >> 4, range[2] & 15)
            : (0, JpegComponent.BlockLength - 1, 0, 0);
        bool isPossible = end < JpegComponent.BlockLength && start <= end && low <= LargestShift
            && (high == 0 || high == low + 1)
            && (!frame.IsProgressive || (start == 0 ? end == 0 : count == 1));
        var components = new JpegComponent[count];
        for (int i = 0; i < count && isPossible; i++)
        {
            int id = data[1 + (2 * i)], choice = data[2 + (2 * i)];
            JpegComponent? component = Array.Find(frame.Components, component => component.Id == id);
            if (component is null || components.AsSpan(0, i).ContainsId(id))
            {
                isPossible = false;
                break;
            }

            components[i] = component;
            component.Constant = tables.Constant(choice >> 4);
            component.Varying = tables.Varying(choice & 15);
            component.Divisors ??= tables.Divisors(component.Quantization)?.ToArray();
            isPossible = component.Divisors is not null
                && (start > 0 || high > 0 || component.Constant is not null)
                && (end == 0 || component.Varying is not null);
        }

        return isPossible
            ? new JpegScan(components, start, end, high, low)
            : throw JpegReader.Damaged(
                path, offset, "a scan names components, coefficients or tables that do not exist");
    }
}
