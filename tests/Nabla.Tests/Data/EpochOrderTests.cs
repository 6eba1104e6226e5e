using Nabla.Data;

namespace Nabla.Tests.Data;

public sealed class EpochOrderTests
{
    private const int Count = 1000;

    [Fact]
    public void AnOrderHasEveryExampleOnce() => Assert.Equal(Enumerable.Range(0, Count), Shuffled(1, 0).Order());

    [Fact]
    public void OrdersFollowFromSeedAndEpochAlone()
    {
        var order = new EpochOrder(Count);
        order.Shuffle(1, 0);
        order.Shuffle(1, 1);
        Assert.Equal(Shuffled(1, 1), order.Examples.ToArray());
        Assert.NotEqual(Shuffled(1, 0), Shuffled(1, 1));
        Assert.NotEqual(Shuffled(1, 0), Shuffled(2, 0));
    }

    [Fact]
    public void EveryExampleMayComeFirst()
    {
        int[] first = [.. Enumerable.Range(0, 3000).Select(epoch =>
        {
            var order = new EpochOrder(3);
            order.Shuffle(0, epoch);
            return order.Examples[0];
        })];
        Assert.All(
            Enumerable.Range(0, 3), example => Assert.InRange(first.Count(found => found == example), 900, 1100));
    }

    private static int[] Shuffled(long seed, long epoch)
    {
        var order = new EpochOrder(Count);
        order.Shuffle(seed, epoch);
        return order.Examples.ToArray();
    }
}
