namespace Nabla.Data.Formats;

/// <summary>Expands the run-length encoding of BMP files of 8 bits a pixel.</summary>
internal static class BmpRuns
{
    private const int EndOfRow = 0;
    private const int EndOfPicture = 1;
    private const int Move = 2;

    /// <summary>The indices of all pixels, [height, width]; those that no run names are 0.</summary>
    public static byte[] Expand(string path, byte[] content, in BmpHeader header)
    {
        byte[] indices = new byte[header.Width * header.Height];
        int x = 0, y = 0;
        for (int offset = header.DataOffset; ;)
        {
            if (offset + 1 >= content.Length)
            {
                throw BmpReader.Damaged(path, content.Length, "the file ends before the picture does");
            }

            int count = content[offset], value = content[offset + 1], start = offset;
            offset += 2;
            if (count == 0 && value == EndOfPicture)
            {
                return indices;
            }

            if (count == 0 && value == EndOfRow)
            {
                (x, y) = (0, y + 1);
                continue;
            }

            if (count == 0 && value == Move)
            {
                x += offset + 1 < content.Length ? content[offset] : header.Width + 1;
                y += offset + 1 < content.Length ? content[offset + 1] : 0;
                offset += 2;
                count = 0;
            }

            // A run of one index, or so many indices as they are, filled up to an even number.
            bool isLiteral = count == 0 && value > Move;
            int length = isLiteral ? value : count;
            if (x + length > header.Width || (y >= header.Height && length > 0) || y > header.Height
                || (isLiteral && offset + length > content.Length))
            {
                throw BmpReader.Damaged(path, start, "a run leaves the picture");
            }

            if (length > 0)
            {
                Span<byte> target = indices.AsSpan((y * header.Width) + x, length);
                if (isLiteral)
                {
                    content.AsSpan(offset, length).CopyTo(target);
                    offset += length + (length & 1);
                }
                else
                {
                    target.Fill((byte)value);
                }
            }

            x += length;
        }
    }
}
