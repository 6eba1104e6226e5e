namespace Nabla.Backends.Cpu.Kernels.Sorting;

/// <summary>Sorting by key in which equal keys keep their order.</summary>
internal static unsafe class StableSort
{
    private const int Digits = 256;

    /// <summary>Below this, insertion is faster than counting digits.</summary>
    private const int ShortLine = 48;

    /// <summary>Sorts, in linear time.</summary>
    /// <param name="entries">What to sort, and afterwards perhaps scratch.</param>
    /// <param name="other">As much memory again.</param>
    /// <param name="count">How many entries there are.</param>
    /// <param name="keyBytes">How many low bytes of the keys differ at most.</param>
    /// <returns>Which of the two memories holds the result.</returns>
    public static SortEntry* Run(SortEntry* entries, SortEntry* other, nint count, int keyBytes)
    {
        if (count <= ShortLine)
        {
            Insert(entries, count);
            return entries;
        }

        for (int shift = 0; shift < keyBytes * 8; shift += 8)
        {
            if (ByDigit(entries, other, count, shift))
            {
                SortEntry* sorted = other;
                other = entries;
                entries = sorted;
            }
        }

        return entries;
    }

    /// <summary>Puts an entry in its place among sorted ones, the last of which drops out.</summary>
    /// <param name="sorted">The entries.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="entry">One that comes before the last of them, and after those with its key.</param>
    public static void Replace(SortEntry* sorted, nint count, SortEntry entry)
    {
        nint place = count - 1;
        for (; place > 0 && entry.Key < sorted[place - 1].Key; place--)
        {
            sorted[place] = sorted[place - 1];
        }

        sorted[place] = entry;
    }

    /// <summary>Sorts a few entries.</summary>
    public static void Insert(SortEntry* entries, nint count)
    {
        for (nint i = 1; i < count; i++)
        {
            SortEntry entry = entries[i];
            nint place = i;
            for (; place > 0 && entry.Key < entries[place - 1].Key; place--)
            {
                entries[place] = entries[place - 1];
            }

            entries[place] = entry;
        }
    }

    // One pass of a radix sort; false when all digits are equal, so that nothing moves.
    private static bool ByDigit(SortEntry* entries, SortEntry* target, nint count, int shift)
    {
        nint* starts = stackalloc nint[Digits];
        new Span<nint>(starts, Digits).Clear();
        for (nint i = 0; i < count; i++)
        {
            starts[(byte)(entries[i].Key >> shift)]++;
        }

        if (starts[(byte)(entries[0].Key >> shift)] == count)
        {
            return false;
        }

        nint start = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            nint next = start + starts[digit];
            starts[digit] = start;
            start = next;
        }

        for (nint i = 0; i < count; i++)
        {
            target[starts[(byte)(entries[i].Key >> shift)]++] = entries[i];
        }

        return true;
    }
}
