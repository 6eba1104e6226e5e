using System.Buffers.Binary;
using System.Numerics;

namespace Nabla.Studio;

/// <summary>
/// The frame around each message of a TFRecord file: its length and its bytes, each with a masked CRC-32C behind it.
/// </summary>
internal static class TensorFlowRecord
{
    // TensorFlow masks checksums, because that of data that holds its own checksum is no good one.
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>The bytes of a record.</summary>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        byte[] record = new byte[sizeof(ulong) + sizeof(uint) + message.Length + sizeof(uint)];
        Span<byte> rest = record;
        BinaryPrimitives.WriteUInt64LittleEndian(rest, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[8..], Mask(Checksum(rest[..8])));
        message.CopyTo(rest[12..]);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[^4..], Mask(Checksum(message)));
        return record;
    }

    /// <summary>The checksum as it stands in a file.</summary>
    public static uint Mask(uint checksum) => BitOperations.RotateRight(checksum, 15) + MaskDelta;

    /// <summary>CRC-32C (RFC 3720, B.4).</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint register = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            register = BitOperations.Crc32C(register, value);
        }

        return ~register;
    }
}
