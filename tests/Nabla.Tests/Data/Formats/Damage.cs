namespace Nabla.Tests.Data.Formats;

/// <summary>Damages files in every way that a bad disk, a cut transfer or a clumsy attacker would.</summary>
internal static class Damage
{
    private const int MostTruncations = 200;

    /// <summary>The file cut short at many places, always including the last few bytes.</summary>
    public static IEnumerable<byte[]> Truncations(byte[] content)
    {
        int step = Math.Max(1, content.Length / MostTruncations);
        return Enumerable.Range(0, content.Length)
            .Where(length => length % step == 0 || length > content.Length - 12)
            .Select(length => content[..length]);
    }

    /// <summary>The file with one bit turned over, at random places; every bit of a short file.</summary>
    public static IEnumerable<byte[]> BitFlips(byte[] content, int count = 1000)
    {
        int bits = content.Length * 8;
        var random = new Random(20240501);
        IEnumerable<int> places = bits <= count
            ? Enumerable.Range(0, bits)
            : Enumerable.Range(0, count).Select(_ => random.Next(bits));
        foreach (int bit in places)
        {
            byte[] damaged = [.. content];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return damaged;
        }
    }

    /// <summary>The file with some bytes overwritten, taken out or put in.</summary>
    public static IEnumerable<byte[]> Edits(byte[] content, int count = 1000)
    {
        var random = new Random(20240502);
        byte[] favourites = [0, 1, 9, .. " \"-9[}"u8, 0x7F, 0x80, 0xFF];
        for (int i = 0; i < count; i++)
        {
            List<byte> damaged = [.. content];
            for (int edits = random.Next(1, 4); edits > 0 && damaged.Count > 1; edits--)
            {
                int place = random.Next(damaged.Count);
                byte value = favourites[random.Next(favourites.Length)];
                switch (random.Next(4))
                {
                    case 0:
                        damaged.Insert(place, value);
                        break;
                    case 1:
                        damaged.RemoveAt(place);
                        break;
                    case 2:
                        damaged.RemoveRange(place, Math.Min(random.Next(16), damaged.Count - place));
                        break;
                    default:
                        damaged[place] = value;
                        break;
                }
            }

            yield return [.. damaged];
        }
    }
}
