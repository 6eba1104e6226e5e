namespace Nabla.Tests.Data;

public sealed class BatchStreamTests
{
    [Fact]
    public void ItemsBecomeBatchesInTheirOrder()
    {
        Batch[] batches = [.. Enumerable.Range(0, 7).Batches(3, Input, Label)];
        Assert.Equal([3L, 3, 1], batches.Select(batch => batch.Count));
        Assert.Equal([3f, 30, 4, 40, 5, 50], batches[1].Input.ToArray());
        Assert.Equal([3, 4, 5], batches[1].Target.ToArray<int>());
        Assert.Equal(2, Enumerable.Range(0, 7).Batches(3, Input, Label, dropLast: true).Count());
    }

    [Fact]
    public async Task ItemsThatArriveOneByOneDoToo()
    {
        var counts = new List<long>();
        await foreach (Batch batch in Arriving(7).Batches(3, Input, Label))
        {
            counts.Add(batch.Count);
        }

        Assert.Equal([3, 3, 1], counts);
    }

    [Fact]
    public void AModelLearnsFromAnAsyncStream()
    {
        Trainer Create() => new(
            new Sequential(seed: 2) { new Dense(1) }, new MeanSquaredError(), new Sgd(1e-4));
        Trainer stream = Create(), set = Create();
        stream.Fit(Arriving(7).Batches(3, Input, item => Tensor.From([(float)item])), epochs: 2);
        set.Fit(Enumerable.Range(0, 7).Batches(3, Input, item => Tensor.From([(float)item])), epochs: 2);
        Assert.Equal(set.Model.WeightsSha256(), stream.Model.WeightsSha256());
        Assert.Equal(6, stream.Optimizer.Steps.Value.Item<long>());
    }

    [Fact]
    public void SequencesArePaddedToTheLongestOfTheirBatch()
    {
        int[][] sequences = [[1, 2], [3], [4, 5, 6, 7, 8]];
        Batch[] batches = [.. sequences.PaddedBatches(2, items => items, _ => Tensor.Scalar(1f), -1, multiple: 2)];
        Assert.Equal([1, 2, 3, -1], batches[0].Inputs[0].ToArray<int>());
        Assert.Equal([2, 1], batches[0].Inputs[1].ToArray<int>());
        Assert.Equal([1, 6], batches[1].Inputs[0].Shape);
    }

    [Fact]
    public void TheWindowMixesAndLosesNothing()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        int[] mixed = [.. items.Shuffled(100, seed: 1)];
        Assert.Equal(items, mixed.Order());
        Assert.NotEqual(items, mixed);
        Assert.Equal(mixed, items.Shuffled(100, seed: 1));
        Assert.NotEqual(mixed, items.Shuffled(100, seed: 2));
        Assert.All(mixed.Index(), entry => Assert.InRange(entry.Item, 0, entry.Index + 100));
        Assert.True(mixed.Index().Average(entry => Math.Abs(entry.Item - entry.Index)) > 20);
    }

    [Fact]
    public void WorkingAheadKeepsOrderErrorsAndEnds()
    {
        Assert.Equal(Enumerable.Range(0, 500), Enumerable.Range(0, 500).Ahead(3));

        var seen = new List<int>();
        Assert.Contains("item 5", Assert.Throws<InvalidDataException>(() =>
        {
            foreach (int item in Failing().Ahead(2))
            {
                seen.Add(item);
            }
        }).Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 3, 4], seen);

        // Leaving early ends the thread, even where it would never end by itself.
        Assert.Equal(7, Endless().Ahead(4).Skip(7).First());
    }

    private static IEnumerable<int> Failing()
    {
        for (int i = 0; ; i++)
        {
            yield return i == 5 ? throw new InvalidDataException("item 5 is damaged") : i;
        }
    }

    private static IEnumerable<int> Endless()
    {
        for (int i = 0; ; i++)
        {
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Arriving(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static Tensor Input(int item) => Tensor.From([item, item * 10f]);

    private static Tensor Label(int item) => Tensor.Scalar(item, DType.Int32);
}
