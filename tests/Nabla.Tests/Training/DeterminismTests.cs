using Nabla.Backends.Cpu;

namespace Nabla.Tests.Training;

public sealed class DeterminismTests
{
    [Fact]
    public void TheSameSeedGivesTheSameBits()
    {
        Assert.Equal(Train(seed: 1), Train(seed: 1));
        Assert.NotEqual(Train(seed: 1), Train(seed: 2));
    }

    [Fact]
    public void ThreadsChangeNoBit()
    {
        int threads = CpuBackend.Instance.Threads;
        try
        {
            CpuBackend.Instance.Threads = 1;
            string alone = TrainWide();
            CpuBackend.Instance.Threads = Math.Max(threads, Math.Min(2, Environment.ProcessorCount));
            Assert.Equal(alone, TrainWide());
        }
        finally
        {
            CpuBackend.Instance.Threads = threads;
        }
    }

    [Fact]
    public void EpochsInTwoCallsAreTheSameAsInOne()
    {
        var data = new TensorDataset(Tensor.RandomNormal([50, 6], 1), Tensor.RandomInteger([50], 0, 3, 2));
        Trainer once = Create(1), twice = Create(1);
        once.Fit(data, epochs: 4);
        twice.Fit(data, epochs: 1);
        twice.Fit(data, epochs: 3);
        Assert.Equal(once.Model.WeightsSha256(), twice.Model.WeightsSha256());
    }

    private static string Train(long seed)
    {
        var data = new TensorDataset(Tensor.RandomNormal([200, 6], 1), Tensor.RandomInteger([200], 0, 3, 2));
        Trainer trainer = Create(seed);
        trainer.Fit(data, epochs: 2, batchSize: 32);
        return trainer.Model.WeightsSha256();
    }

    // Wide enough for the work to be shared out.
    private static string TrainWide()
    {
        var data = new TensorDataset(Tensor.RandomNormal([300, 784], 1), Tensor.RandomInteger([300], 0, 10, 2));
        var model = new Sequential
        {
            new Dense(512, Activation.Relu), new Dropout(0.3f), new Dense(256, Activation.Gelu), new Dense(10),
        };
        new Trainer(model, new CrossEntropy(), new Adam()).Fit(data, epochs: 2, batchSize: 128);
        return model.WeightsSha256();
    }

    private static Trainer Create(long seed) => new(
        new Sequential(new Dense(128, Activation.Relu), new Dropout(0.3f), new Dense(3)) { Seed = seed },
        new CrossEntropy(), new Adam());
}
