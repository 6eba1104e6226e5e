namespace Nabla.Tests.Training;

/// <summary>Counts what all threads allocate, so that nothing may run beside it.</summary>
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private const int Steps = 100_000;
    private const long Limit = 1023;

    private static readonly Tensor s_x = Tensor.RandomNormal([8, 5], 1).Evaluate();
    private static readonly Tensor s_labels = Tensor.From([0, 1, 2, 0, 1, 2, 0, 1]);

    [Fact]
    public void StepsAllocateNothing()
    {
        Trainer trainer = Create();
        for (int i = 0; i < 200; i++)
        {
            trainer.Step(s_x, s_labels);
        }

        // The least of three: the runtime allocates now and then for itself, as when it compiles a method anew.
        Assert.InRange(Enumerable.Range(0, 3).Min(_ => Allocated(() => Repeat(trainer))), 0, Limit);
    }

    [Fact]
    public void AnEpochAllocatesNothingForItsSteps()
    {
        var data = new TensorDataset(Tensor.RandomNormal([8000, 5], 1), Tensor.RandomInteger([8000], 0, 3, 2));
        Trainer trainer = Create();
        trainer.Fit(data, epochs: 2, batchSize: 8);

        long few = Enumerable.Range(0, 3).Min(_ => Allocated(() => trainer.Fit(data, epochs: 1, batchSize: 80)));
        long many = Enumerable.Range(0, 3).Min(_ => Allocated(() => trainer.Fit(data, epochs: 1, batchSize: 8)));
        Assert.InRange(many - few, -Limit, Limit);
    }

    [Fact]
    public void PredictorsAllocateNothing()
    {
        var model = new Sequential { new Dense(6, Activation.Relu), new Dropout(0.1f), new Dense(3) };
        Predictor predictor = model.Compile(8, 5);
        float[] input = s_x.ToArray<float>(), output = new float[24];
        for (int i = 0; i < 200; i++)
        {
            predictor.Run(input, output);
        }

        Assert.InRange(Enumerable.Range(0, 3).Min(_ => Allocated(() => Repeat(predictor, input, output))), 0, Limit);
    }

    private static void Repeat(Predictor predictor, float[] input, float[] output)
    {
        for (int i = 0; i < Steps; i++)
        {
            predictor.Run(input, output);
        }
    }

    private static void Repeat(Trainer trainer)
    {
        for (int i = 0; i < Steps; i++)
        {
            trainer.Step(s_x, s_labels);
        }
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Trainer Create() =>
        new(
            new Sequential { new Dense(6, Activation.Relu), new Dropout(0.1f), new Dense(3) },
            new CrossEntropy(),
            new Adam())
        {
            Metrics = { new Accuracy() },
        };
}

[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationCollection;
