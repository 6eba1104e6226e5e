namespace Nabla.Tests.Training;

/// <summary>Memory that the system sees does not grow, however long a program predicts or trains.</summary>
[Collection(nameof(AllocationTests))]
public sealed class ResidentMemoryTests
{
    private const long Limit = 24 << 20;

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
        // As long a time before: pools and the collector find their sizes.
        for (int i = 0; i < count; i++)
        {
            action();
        }

        long before = Resident();
        for (int i = 0; i < count; i++)
        {
            action();
        }

        Assert.InRange(Resident() - before, long.MinValue, Limit);
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
