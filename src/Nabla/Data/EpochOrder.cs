using Nabla.Primitives;

namespace Nabla.Data;

/// <summary>The order in which examples are seen in an epoch.</summary>
internal sealed class EpochOrder
{
    private readonly int[] _order;

    public EpochOrder(int count) => _order = [.. Enumerable.Range(0, count)];

    /// <summary>The numbers of the examples, in order.</summary>
    public ReadOnlySpan<int> Examples => _order;

    /// <summary>
    /// Shuffles (Fisher–Yates) with the random numbers of a seed and an epoch, whatever was done before.
    /// </summary>
    public void Shuffle(long seed, long epoch)
    {
        ulong key = Philox.Key((ulong)seed, "epoch_order");
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        for (int i = _order.Length - 1; i > 0; i--)
        {
            // The high half of word · n is uniform below n, up to n / 2³².
            int other = (int)(((ulong)Philox.Word(key, (ulong)epoch, (ulong)i) * (ulong)(i + 1)) >> 32);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }
}
