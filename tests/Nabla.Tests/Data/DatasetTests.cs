namespace Nabla.Tests.Data;

public sealed class DatasetTests
{
    private static readonly Dataset s_data = new TensorDataset(
        Tensor.Arange(0, 20).Cast(DType.Float32).Reshape(20, 1),
        Tensor.From([.. Enumerable.Range(0, 20).Select(i => i % 5 == 0 ? 1 : 0)]));

    [Fact]
    public void ASplitDrawsByLot_SoThatASortedSetIsNotCutByClass()
    {
        var sorted = new TensorDataset(
            Tensor.From([.. Enumerable.Range(0, 100)]).Reshape(100, 1),
            Tensor.From([.. Enumerable.Range(0, 100).Select(i => i / 50)]));

        (Dataset first, Dataset second) = sorted.Split(0.5);
        int[] labels = second.Read([.. Enumerable.Range(0, 50)]).Target.ToArray<int>();
        Assert.InRange(labels.Sum(), 15, 35);
        Assert.Equal(
            second.Read([.. Enumerable.Range(0, 50)]).Input.ToArray<int>(),
            sorted.Split(0.5).Second.Read([.. Enumerable.Range(0, 50)]).Input.ToArray<int>());
        Assert.Equal(50, first.Count);
    }

    [Fact]
    public void MapsFollowOneAnother()
    {
        Dataset mapped = s_data.Map(x => x + 1).Map(x => x * 10).Skip(3);
        Assert.Equal([40f, 50], mapped.ReadTransformed([0, 1]).Input.ToArray());
        Assert.Equal([3f, 4], mapped.Read([0, 1]).Input.ToArray());
    }

    [Fact]
    public void AMapOfBatchesMayChangeTargets()
    {
        Dataset doubled = s_data.Map((batch, _) => batch.WithTargets(batch.Target * 2));
        Assert.Equal(2, doubled[5].Target.Item<int>());
    }

    [Fact]
    public void TwoRandomLayersOfOneKindDrawNumbersOfTheirOwn()
    {
        Dataset noisy = s_data.Map(x => x * 0 + 1).Map(new Dropout(0.5f)).Map(new Dropout(0.5f));
        CallContext context = CallContext.Training(Tensor.Scalar(3, DType.Int64), seed: 1);
        int[] all = [.. Enumerable.Range(0, 20)];
        float[] both = noisy.ReadTransformed(all, context).Input.ToArray();

        // Equal masks would leave half of the examples, and each at 4; two masks leave a quarter.
        Assert.InRange(both.Count(value => value != 0), 1, 8);
        Assert.Equal(both, noisy.ReadTransformed(all, context).Input.ToArray());
        Assert.All(noisy.ReadTransformed(all).Input.ToArray(), value => Assert.Equal(1f, value));
    }

    [Fact]
    public void RandomLayersDrawNumbersOfTheirOwnWhateverIsBetweenThem()
    {
        CallContext context = CallContext.Training(Tensor.Scalar(3, DType.Int64), seed: 1);
        int[] all = [.. Enumerable.Range(0, 20)];
        var noise = new GaussianNoise(1f);
        float[] both = Noisy(data => data);
        Assert.Equal(both, Noisy(data => data.Take(20)));
        Assert.Equal(both, Noisy(data => data.Concat(data).Take(20)));
        Assert.Equal(both, Noisy(data => data.WithWeights(Tensor.Full([20], 1.0, DType.Float32))));

        float[] Noisy(Func<Dataset, Dataset> between) =>
            between(s_data.Map(noise)).Map(noise).ReadTransformed(all, context).Input.ToArray();
    }

    [Fact]
    public void FilterKeepsWhatTheConditionHoldsFor()
    {
        Dataset rare = s_data.Filter(batch => batch.Target.IsEqual(1));
        Assert.Equal([0f, 5, 10, 15], Inputs(rare));
        Assert.Contains("one truth value an example", Assert.Throws<ShapeMismatchException>(
            () => s_data.Filter(batch => batch.Input)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShuffleIsAPermutationOfItsSeed()
    {
        float[] shuffled = Inputs(s_data.Shuffle(1));
        Assert.NotEqual(Inputs(s_data), shuffled);
        Assert.Equal(Inputs(s_data), shuffled.Order());
        Assert.Equal(shuffled, Inputs(s_data.Shuffle(1)));
        Assert.NotEqual(shuffled, Inputs(s_data.Shuffle(2)));
    }

    [Fact]
    public void RepeatAndConcatAreLonger()
    {
        Assert.Equal(60, s_data.Repeat(3).Count);
        Assert.Equal(7f, s_data.Repeat(3)[47].Input.Item<float>());

        Dataset joined = s_data.Take(2).Concat(s_data.Skip(18));
        Assert.Equal([0f, 1, 18, 19], Inputs(joined));
        Assert.Equal([19f, 0, 18, 1], joined.Read([3, 0, 2, 1]).Input.ToArray());
        Assert.Throws<ShapeMismatchException>(() => s_data.Concat(s_data.Map(x => x)));
    }

    [Fact]
    public void AStratifiedSplitKeepsTheShareOfEachClass()
    {
        (Dataset train, Dataset test) = s_data.Split(0.75, seed: 4, stratified: true);
        Assert.Equal((15, 5), (train.Count, test.Count));
        Assert.Equal(3, train.Filter(batch => batch.Target.IsEqual(1)).Count);
        Assert.Equal(1, test.Filter(batch => batch.Target.IsEqual(1)).Count);
        Assert.Equal(Inputs(s_data), Inputs(train).Concat(Inputs(test)).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EachExampleIsJudgedOnceByKFold(bool stratified)
    {
        IReadOnlyList<(Dataset Train, Dataset Validation)> folds = s_data.KFold(4, seed: 2, stratified);
        Assert.Equal(Inputs(s_data), folds.SelectMany(fold => Inputs(fold.Validation)).Order());
        Assert.All(folds, fold =>
        {
            Assert.Equal((15, 5), (fold.Train.Count, fold.Validation.Count));
            Assert.Empty(Inputs(fold.Train).Intersect(Inputs(fold.Validation)));
            if (stratified)
            {
                Assert.Equal(1, fold.Validation.Filter(batch => batch.Target.IsEqual(1)).Count);
            }
        });
    }

    [Fact]
    public void WindowsAreStretchesWithTheTargetOfTheirEnd()
    {
        var series = new TensorDataset(
            Tensor.Arange(0, 10).Cast(DType.Float32).Reshape(10, 1), Tensor.Arange(0, 10).Cast(DType.Int32) * 100);
        Dataset windows = series.Window(length: 3, stride: 2, offset: 1);
        Assert.Equal(4, windows.Count);
        Assert.Equal([4f, 5, 6], windows[2].Input.ToArray());
        Assert.Equal([3, 1], windows[2].Input.Shape);
        Assert.Equal(700, windows[2].Target.Item<int>());
        Assert.Contains("needs 11 examples", Assert.Throws<ArgumentOutOfRangeException>(
            () => series.Window(10, offset: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsTravelWithTheExamples()
    {
        Dataset weighted = s_data.WithWeights(Tensor.Arange(0, 20).Cast(DType.Float32)).Skip(4);
        Assert.Equal([4f, 5], weighted.Read([0, 1]).Weights!.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data.WithClassWeights(1, -5));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data.WithClassWeights(1, double.NaN));
        Assert.Equal([5f, 1], s_data.WithClassWeights(1, 5).ReadTransformed([5, 6]).Weights!.ToArray());
        Assert.Throws<ShapeMismatchException>(() => s_data.WithWeights(Tensor.Ones(3)));
        Assert.Contains("example 2", Assert.Throws<ArgumentOutOfRangeException>(
            () => s_data.Take(3).WithWeights(Tensor.From([1f, 1, -1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACacheHoldsWhatTheModelWouldSee()
    {
        int calls = 0;
        Dataset cached = s_data.Map(x =>
        {
            calls++;
            return x * 2;
        }).Cache();
        int before = calls;
        Assert.Equal(38f, cached[19].Input.Item<float>());
        Assert.Equal(before, calls);
    }

    private static float[] Inputs(Dataset data) =>
        data.ReadTransformed([.. Enumerable.Range(0, data.Count)]).Input.ToArray();
}
