using Nabla.Testing;

namespace Nabla.Tests.Layers;

public sealed class ModelTests
{
    [Fact]
    public void FirstValuesFollowFromSeedAndPathAlone()
    {
        Assert.Equal(Hash(seed: 5), Hash(seed: 5));
        Assert.NotEqual(Hash(seed: 5), Hash(seed: 6));

        Assert.Equal(5, new Sequential(seed: 5) { new Dense(1) }.Seed);
        Sequential built = Create(seed: 5), used = Create(seed: 5);
        built.Build(3);
        used.Predict(Tensor.Zeros(7, 3));
        Assert.Equal(built.WeightsSha256(), used.WeightsSha256());
    }

    [Fact]
    public void OneExampleIsABatchOfOne()
    {
        Sequential model = Create(seed: 1);
        Tensor batch = Tensor.RandomNormal([4, 3], 2);
        float[] all = model.Predict(batch).ToArray();

        Tensor one = model.Predict(batch[2]);
        Assert.Equal([2], one.Shape);
        Tolerance.Of(DType.Float32).Check(one, Array.ConvertAll(all[4..6], value => (double)value), "one example");
    }

    [Fact]
    public void BatchesComeBackInOrder()
    {
        Sequential model = Create(seed: 1);
        Tensor x = Tensor.RandomNormal([10, 3], 2);
        double[] expected = Array.ConvertAll(model.Predict(x).ToArray(), value => (double)value);
        Tolerance.Of(DType.Float32).Check(model.Predict(x, batchSize: 3), expected, "batches of three");
    }

    [Fact]
    public void ManyThreadsPredictAtOnce()
    {
        Sequential model = Create(seed: 1);
        Tensor[] inputs = [.. Enumerable.Range(0, 64).Select(i => Tensor.RandomNormal([1 + (i % 4), 3], i).Evaluate())];
        float[][] expected = [.. inputs.Select(x => Create(seed: 1).Predict(x).ToArray())];

        var actual = new float[inputs.Length][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4 };
        Parallel.For(0, inputs.Length, options, i => actual[i] = model.Predict(inputs[i]).ToArray());
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void TheShapeOfOneExampleIsKnownOnceBuilt()
    {
        Sequential model = Create(seed: 1);
        Assert.Null(model.InputShape);
        model.Build(3);
        Assert.Equal([3], model.InputShape!.Value);
    }

    [Fact]
    public void PrintsItsTree()
    {
        Sequential model = Create(seed: 1);
        Assert.Equal(
            [
                "layer       output  parameters",
                "Sequential",
                "  0 Dense                    0",
                "  1 Dense                    0",
            ], Lines(model));

        model.Build(3);
        Assert.Equal(
            [
                "layer       output  parameters",
                "Sequential  [2]",
                "  0 Dense   [8]             32",
                "  1 Dense   [2]             18",
            ], Lines(model));
    }

    private static string[] Lines(Sequential model) =>
        [.. model.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];

    private static string Hash(long seed)
    {
        Sequential model = Create(seed);
        model.Build(3);
        return model.WeightsSha256();
    }

    private static Sequential Create(long seed) => new(new Dense(8, Activation.Relu), new Dense(2)) { Seed = seed };
}
