using System.Buffers.Binary;

namespace Nabla.Data.Formats;

/// <summary>The checked header of a JPEG picture.</summary>
internal sealed class JpegFrame
{
    private const int FixedLength = 6;
    private const int ComponentLength = 3;
    private const int LargestFactor = 4;

    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        (Width, Height, IsProgressive, Components) = (width, height, isProgressive, components);
        Horizontal = components.Max(component => component.Horizontal);
        Vertical = components.Max(component => component.Vertical);
        foreach (JpegComponent component in components)
        {
            component.Fit(width, height, Horizontal, Vertical);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsProgressive { get; }

    public JpegComponent[] Components { get; }

    /// <summary>The most samples of a component across in a unit.</summary>
    public int Horizontal { get; }

    /// <summary>The most samples of a component down in a unit.</summary>
    public int Vertical { get; }

    /// <summary>Parses the header and makes room for the picture.</summary>
    public static JpegFrame Parse(
        string path, int offset, ReadOnlySpan<byte> data, bool isProgressive, int contentLength, int maximumPixels)
    {
        if (data.Length < FixedLength || data.Length != FixedLength + (ComponentLength * data[5]))
        {
            throw JpegReader.Damaged(path, offset, "the header does not have its length");
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        if (data[0] != 8 || data[5] is not (1 or 3 or 4))
        {
            throw new InvalidFileException(
                path, offset, $"the picture has {data[5]} components of {data[0]} bits; 1, 3 or 4 of 8 bits are read",
                "Convert it to a JPEG picture of 8 bits, or to PNG.");
        }

        if (width == 0 || height == 0 || (long)width * height > maximumPixels)
        {
            throw new InvalidFileException(
                path, offset, $"a picture of {width}x{height} has not 1 to {maximumPixels} pixels", "Make it smaller.");
        }

        JpegFrame frame = new(width, height, isProgressive, ParseComponents(path, offset, data[FixedLength..]));

        // Every block takes a bit or more; so a short file never makes us allocate much.
        long blocks = frame.Components.Sum(component => (long)component.BlocksAcross * component.BlocksDown);
        if (blocks > contentLength * 8L)
        {
            throw JpegReader.Damaged(
                path, offset, $"{contentLength} bytes cannot hold a picture of {width}x{height}");
        }

        Array.ForEach(frame.Components, component => component.Allocate(isProgressive));
        return frame;
    }

    private static JpegComponent[] ParseComponents(string path, int offset, ReadOnlySpan<byte> data)
    {
        var components = new JpegComponent[data.Length / ComponentLength];
        for (int i = 0; i < components.Length; i++)
        {
            ReadOnlySpan<byte> part = data.Slice(i * ComponentLength, ComponentLength);
            int horizontal = part[1] >> 4, vertical = part[1] & 15;
            if (horizontal is < 1 or > LargestFactor || vertical is < 1 or > LargestFactor
                || part[2] >= JpegTables.Count || components.AsSpan(0, i).ContainsId(part[0]))
            {
                throw JpegReader.Damaged(path, offset, "a component is impossible");
            }

            // A picture of one component has no units of several blocks, whatever it says.
            components[i] = components.Length == 1
                ? new JpegComponent(part[0], 1, 1, part[2])
                : new JpegComponent(part[0], horizontal, vertical, part[2]);
        }

        int across = components.Max(component => component.Horizontal);
        int down = components.Max(component => component.Vertical);
        return Array.TrueForAll(
            components, component => across % component.Horizontal == 0 && down % component.Vertical == 0)
            ? components
            : throw new InvalidFileException(
                path, offset, "the components have resolutions that are no multiples of each other",
                "Convert it to a JPEG picture with 4:4:4 or 4:2:0 sampling, or to PNG.");
    }
}
