namespace Nabla.Tests.Metrics;

public sealed class MomentsMetricTests
{
    [Fact]
    public void TargetsFarFromZeroLoseNoDigits()
    {
        Tensor noise = Tensor.RandomNormal([200], 1, dtype: DType.Float64);
        Tensor near = Tensor.RandomNormal([200], 2, dtype: DType.Float64);
        foreach (Metric metric in new Metric[] { new R2Score(), new PearsonCorrelation(), new ExplainedVariance() })
        {
            double expected = metric.Evaluate(near + (0.1 * noise), near);
            IReadOnlyList<Tensor> state = metric.CreateState();
            Tensor far = near + 1e7;
            for (int i = 0; i < 200; i += 50)
            {
                state = metric.Update(state, far[i..(i + 50)] + (0.1 * noise[i..(i + 50)]), far[i..(i + 50)]);
            }

            Assert.Equal(expected, metric.Result(state), 1e-7);
        }
    }

    [Fact]
    public void TargetsThatDoNotVaryHaveNoScoreUnlessPerfect()
    {
        Tensor same = Tensor.Full([4], 3f), other = Tensor.From([3f, 3, 3, 4]);
        Assert.True(double.IsNaN(new R2Score().Evaluate(other, same)));
        Assert.Equal(1, new R2Score().Evaluate(same, same));
        Assert.True(double.IsNaN(new PearsonCorrelation().Evaluate(other, same)));
    }

    [Fact]
    public void ABatchWithoutWeightChangesNothing()
    {
        var metric = new R2Score();
        Tensor x = Tensor.From([1f, 2, 4]), t = Tensor.From([1f, 3, 4]);
        IReadOnlyList<Tensor> state = metric.Update(metric.CreateState(), x, t, Tensor.Zeros(3));
        Assert.Equal(metric.Evaluate(x, t), metric.Result(metric.Update(state, x, t)), 1e-12);
    }

    [Fact]
    public void ShapesThatWouldBroadcastAreRefused() => Assert.Throws<ShapeMismatchException>(
        () => new R2Score().Evaluate(Tensor.Zeros(32, 1), Tensor.Zeros(32)));
}
