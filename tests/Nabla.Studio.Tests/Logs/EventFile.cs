using System.Buffers.Binary;
using System.Text;

namespace Nabla.Studio.Tests.Logs;

/// <summary>Reads event files, by the book and apart from what writes them: checks every checksum bit by bit.</summary>
internal static class EventFile
{
    /// <summary>The messages of a file.</summary>
    public static List<byte[]> Records(string path)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        var records = new List<byte[]>();
        while (!rest.IsEmpty)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(rest));
            Assert.Equal(Masked(rest[..8]), BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
            ReadOnlySpan<byte> message = rest.Slice(12, length);
            Assert.Equal(Masked(message), BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]));
            records.Add(message.ToArray());
            rest = rest[(16 + length)..];
        }

        return records;
    }

    /// <summary>The values of a file's summaries: the step, and the fields of the value.</summary>
    public static List<(long Step, string Tag, ILookup<int, byte[]> Fields)> Values(string path) =>
    [
        .. Records(path).Select(Fields).Where(fields => fields.Contains(5)).Select(fields =>
        {
            ILookup<int, byte[]> value = Fields(Fields(fields[5].Single())[1].Single());
            long step = BinaryPrimitives.ReadInt64LittleEndian(fields[2].Single());
            return (step, Encoding.UTF8.GetString(value[1].Single()), value);
        }),
    ];

    /// <summary>The fields of a message; numbers as eight bytes or as four.</summary>
    public static ILookup<int, byte[]> Fields(byte[] message)
    {
        var fields = new List<(int Number, byte[] Content)>();
        for (int at = 0; at < message.Length;)
        {
            ulong tag = Varint(message, ref at);
            byte[] content = (tag & 7) switch
            {
                0 => BitConverter.GetBytes(Varint(message, ref at)),
                1 => Take(message, ref at, 8),
                2 => Take(message, ref at, (int)Varint(message, ref at)),
                5 => Take(message, ref at, 4),
                _ => throw new InvalidDataException($"No field is of kind {tag & 7}."),
            };
            fields.Add(((int)(tag >> 3), content));
        }

        return fields.ToLookup(field => field.Number, field => field.Content);
    }

    private static byte[] Take(byte[] message, ref int at, int count) => message[at..(at += count)];

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint register = uint.MaxValue;
        foreach (byte value in bytes)
        {
            register ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                register = (register & 1) != 0 ? 0x82F63B78 ^ (register >> 1) : register >> 1;
            }
        }

        register = ~register;
        return unchecked(((register >> 15) | (register << 17)) + 0xA282EAD8);
    }
}
