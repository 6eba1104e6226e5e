namespace Nabla.Backends.Cpu.Kernels.Fused;

/// <summary>Indices in memory, int32 or int64.</summary>
/// <param name="address">The first one.</param>
/// <param name="isWide">Whether they are int64.</param>
internal readonly unsafe struct Labels(nint address, bool isWide)
{
    public long this[nint position] => isWide ? ((long*)address)[position] : ((int*)address)[position];

    /// <summary>The position of the first one outside 0 to <paramref name="limit"/>; −1 when there is none.</summary>
    public nint FirstOutside(nint count, long limit)
    {
        for (nint i = 0; i < count; i++)
        {
            if ((ulong)this[i] >= (ulong)limit)
            {
                return i;
            }
        }

        return -1;
    }
}
