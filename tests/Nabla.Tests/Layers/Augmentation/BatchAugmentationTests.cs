namespace Nabla.Tests.Layers.Augmentation;

public sealed class BatchAugmentationTests
{
    private const int Batch = 512;
    private static readonly Tensor s_step = Tensor.Scalar(3, DType.Int64);
    private static readonly Tensor s_numbers = Tensor.Arange(0, Batch, dtype: DType.Float32);
    private static readonly Tensor s_targets = Tensor.Arange(Batch).OneHot(Batch, DType.Float32);

    [Fact]
    public void MixUpMixesInputsAndTargetsAlike()
    {
        (Tensor inputs, Tensor targets) = BatchAugmentation.MixUp(s_numbers, s_targets, 1, s_step, alpha: 1);

        // The target tells which examples were mixed and in which shares; the input must be that mixture.
        Assert.All((targets.Sum(1) - 1).ToArray(), value => Assert.Equal(0, value, 1e-5f));
        Assert.All((targets.MatMul(s_numbers) - inputs).ToArray(), value => Assert.Equal(0, value, 1e-2f));
        Assert.All((targets > 1e-6).Cast(DType.Int32).Sum(1).ToArray<long>(), count => Assert.InRange(count, 1, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    [InlineData(0.05)]
    public void SharesHaveABetaDistribution(double alpha)
    {
        Tensor inputs = Tensor.Arange(20_000).Cast(DType.Float64) % 2, targets = Tensor.Zeros(20_000, 1);
        Tensor Draw(long step) => BatchAugmentation.MixUp(
            inputs, targets.Cast(DType.Float64), 5, Tensor.Scalar(step, DType.Int64), alpha).Inputs;

        // Neighbours differ by one unless the distance is even; then every value is 0 or 1, and another step is taken.
        double[] shares = Enumerable.Range(0, 20).Select(step => Draw(step).ToArray<double>())
            .First(values => values.Any(value => value is > 0.01 and < 0.99));
        double mean = shares.Average(), variance = shares.Average(value => (value - mean) * (value - mean));
        Assert.Equal(0.5, mean, 0.02);
        Assert.Equal(1 / (4 * ((2 * alpha) + 1)), variance, 0.01);
    }

    [Fact]
    public void CutMixPutsARectangleOfAnotherImageIn()
    {
        const int Height = 9, Width = 12;
        Tensor images = s_numbers.Reshape(Batch, 1, 1).BroadcastTo(Batch, Height, Width);
        (Tensor inputs, Tensor targets) = BatchAugmentation.CutMix(images, s_targets, 1, s_step);
        float[] pixels = inputs.ToArray(), shares = targets.ToArray();
        int mixed = 0;
        for (int i = 0; i < Batch; i++)
        {
            float[] image = pixels.AsSpan(i * Height * Width, Height * Width).ToArray();
            foreach (IGrouping<float, float> part in image.GroupBy(value => value))
            {
                Assert.Equal(part.Count() / (float)(Height * Width), shares[(i * Batch) + (int)part.Key], 1e-5f);
            }

            mixed += image.Distinct().Count() - 1;
        }

        Assert.InRange(mixed, Batch / 2, Batch);
        Assert.Equal(
            BatchAugmentation.CutMix(images.ExpandAxis(3), s_targets, 1, s_step).Inputs.ToArray(), inputs.ToArray());
    }

    [Fact]
    public void StepsDiffer() => Assert.NotEqual(
        BatchAugmentation.MixUp(s_numbers, s_targets, 1, s_step).Inputs.ToArray(),
        BatchAugmentation.MixUp(s_numbers, s_targets, 1, Tensor.Scalar(4, DType.Int64)).Inputs.ToArray());

    [Fact]
    public void LabelsMustBeProbabilities()
    {
        var exception = Assert.Throws<DTypeMismatchException>(
            () => BatchAugmentation.MixUp(s_numbers, Tensor.Arange(Batch), 1, s_step));
        Assert.Contains("OneHot(classes)", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => BatchAugmentation.CutMix(s_numbers, s_targets, 1, s_step));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => BatchAugmentation.MixUp(s_numbers, s_targets, 1, s_step, alpha: 2));
    }
}
