namespace Nabla.Tests.Training;

/// <summary>Memory that the system sees does not grow, however long a program predicts or trains.</summary>
[Collection(nameof(AllocationTests))]
public sealed class ResidentMemoryTests
{
    private const long Limit = 24 << 20;
    private const int Stretches = 3;

    private static readonly Sequential s_model = new(seed: 1)
    {
        new Dense(64, Activation.Relu), new Dropout(0.1f), new Dense(10),
    };

    [Fact]
    public void AHundredThousandPredictionsLeaveNothingBehind()
    {
        Tensor x = Tensor.RandomNormal([4, 256], 1).Evaluate();
        StaysFlat(100_000, () => s_model.Predict(x));
    }

    [Fact]
    public void TenThousandStepsOnNewTensorsLeaveNothingBehind()
    {
        var trainer = new Trainer(s_model, new CrossEntropy(), new Adam()) { Metrics = { new Accuracy() } };
        float[] numbers = new float[32 * 256];
        int[] labels = new int[32];
        StaysFlat(10_000, () => trainer.Step(Tensor.From(numbers, 32, 256), Tensor.From(labels)));
    }

    private static void StaysFlat(int count, Action action)
    {
        // As long a time before: pools and the collector find their sizes. What leaks does so in every stretch; the
        // collector, which keeps room for itself now and then, does not.
        Repeat(count, action);
        long growth = long.MaxValue;
        for (int stretch = 0; stretch < Stretches && growth > Limit; stretch++)
        {
            long before = Resident();
            Repeat(count, action);
            growth = Math.Min(growth, Resident() - before);
        }

        Assert.InRange(growth, long.MinValue, Limit);
    }

    private static void Repeat(int count, Action action)
    {
        for (int i = 0; i < count; i++)
        {
            action();
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
