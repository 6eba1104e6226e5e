namespace Nabla.Tests.Optimizers.Averages;

public sealed class WeightAverageTests
{
    [Fact]
    public void StochasticAverage_IsTheMeanOfEveryNthFromItsStart()
    {
        double[] averages = Averages(new StochasticAverage(start: 3, every: 2), [1, 2, 30, 4, 50, 6, 70]);
        Assert.Equal([1, 2, 30, 30, 40, 40, 50], averages, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ExponentialAverage_WithBiasCorrection_WeighsAllByTheirAge()
    {
        double[] weights = [3, -1, 4, 10];
        double[] expected = [.. Enumerable.Range(1, weights.Length).Select(count =>
        {
            double[] shares = [.. Enumerable.Range(0, count).Select(i => Math.Pow(0.7, count - 1 - i))];
            return shares.Zip(weights, (share, weight) => share * weight).Sum() / shares.Sum();
        })];
        Assert.Equal(
            expected, Averages(new ExponentialAverage(0.7, biasCorrection: true), weights),
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Use_ExchangesUntilItIsDisposed()
    {
        Variable weight = new("w", Tensor.From([1f, 2]));
        var average = new ExponentialAverage(0.5);
        average.Apply([weight]);
        weight.Value = Tensor.From([3f, 4]);
        average.Apply([weight]);
        using (average.Use())
        {
            Assert.True(average.IsSwapped);
            Assert.Equal([2f, 3], weight.Value.ToArray<float>());
            Assert.Contains("swap back", Assert.Throws<InvalidOperationException>(average.Use).Message);
            Assert.Contains(
                "swap back", Assert.Throws<InvalidOperationException>(() => average.Apply([weight])).Message);
        }

        Assert.False(average.IsSwapped);
        Assert.Equal([3f, 4], weight.Value.ToArray<float>());
    }

    [Fact]
    public void Use_BetweenReplays_ChangesNoBitOfTraining()
    {
        float[] Train(bool uses)
        {
            Variable weight = new("w", Tensor.From([1f, 2, 3]));
            var average = new StochasticAverage(2);
            var adam = new Adam(0.1);
            var step = new CompiledFunction(_ =>
            {
                adam.Apply([weight], [weight.Value.Sin()]);
                average.Apply([weight]);
                return [];
            });
            for (int i = 0; i < 6; i++)
            {
                step.Invoke();
                using AverageScope? used = uses ? average.Use() : null;
            }

            average.Swap();
            return weight.Value.ToArray<float>();
        }

        Assert.Equal(Train(uses: false), Train(uses: true));
    }

    [Fact]
    public void State_ExistsOncePrepared()
    {
        var average = new ExponentialAverage();
        average.Prepare([new("0.weight", Tensor.Ones(2, 3))]);
        Assert.Equal(["average.updates", "0.weight.average"], average.State.Select(variable => variable.Name));
        Assert.Equal([2, 3], average.State[1].Shape);
    }

    [Fact]
    public void BeforeTheFirstStep_ThereIsNothingToUse()
    {
        Assert.Contains("train the model first", Assert.Throws<InvalidOperationException>(
            new ExponentialAverage().Swap).Message);
        Assert.Contains("built", Assert.Throws<ArgumentException>(() => new ExponentialAverage().Apply([])).Message);
    }

    [Fact]
    public void Constructors_RefuseNumbersOutOfRange()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialAverage(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialAverage(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StochasticAverage(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StochasticAverage(1, every: 0));
    }

    // The average after each of some weights of one element.
    private static double[] Averages(WeightAverage average, double[] weights)
    {
        Variable weight = new("w", Tensor.From([0.0]));
        return [.. weights.Select(value =>
        {
            weight.Value = Tensor.From([value]);
            average.Apply([weight]);
            using AverageScope used = average.Use();
            return weight.Value.Item<double>();
        })];
    }
}
