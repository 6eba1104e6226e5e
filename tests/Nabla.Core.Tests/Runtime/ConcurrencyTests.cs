namespace Nabla.Tests.Runtime;

public sealed class ConcurrencyTests
{
    [Fact]
    public void ThreadsShareACompiledFunction()
    {
        Tensor weight = Tensor.RandomNormal([64, 64], 1).Evaluate();
        var predict = new CompiledFunction(x => [x[0].MatMul(weight).Tanh().Softmax()]);
        float[][] expected = [.. Enumerable.Range(0, 8).Select(i => predict.Invoke(Input(i))[0].ToArray())];
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            Assert.Equal(expected[i % 8], predict.Invoke(Input(i % 8))[0].ToArray()));
    }

    [Fact]
    public void ThreadsMayEvaluateOneTensor()
    {
        for (int round = 0; round < 50; round++)
        {
            Tensor shared = Tensor.RandomNormal([100], round) + 1;
            var results = new float[4][];
            Parallel.For(0, 4, i => results[i] = (shared * 2).ToArray());
            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    [Fact]
    public void ADeviceIsUsedByItsThreadOnly()
    {
        Device before = Device.Default;
        using (Device.Use(Nabla.Backends.Reference.ReferenceBackend.Instance))
        {
            Assert.Same(Nabla.Backends.Reference.ReferenceBackend.Instance, Device.Default);
            Device? other = null;
            var thread = new Thread(() => other = Device.Default);
            thread.Start();
            thread.Join();
            Assert.Same(before, other);
        }

        Assert.Same(before, Device.Default);
    }

    private static Tensor Input(int i) => Tensor.RandomNormal([16, 64], 100 + i);
}
