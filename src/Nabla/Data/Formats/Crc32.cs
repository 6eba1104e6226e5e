namespace Nabla.Data.Formats;

/// <summary>The 32-bit cyclic redundancy check of PNG and gzip (ISO 3309, reflected polynomial 0xEDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] s_table = CreateTable();

    /// <summary>The checksum of some bytes; of several pieces, each given the result of the piece before.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes, uint previous = 0)
    {
        uint register = ~previous;
        foreach (byte value in bytes)
        {
            register = s_table[(byte)(register ^ value)] ^ (register >> 8);
        }

        return ~register;
    }

    private static uint[] CreateTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
