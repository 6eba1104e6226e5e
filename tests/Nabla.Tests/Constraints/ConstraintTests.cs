namespace Nabla.Tests.Constraints;

public sealed class ConstraintTests
{
    // Its columns are 5 and 0.5 long.
    private static readonly Tensor s_weight = Tensor.From(new[,] { { 3.0, 0.3 }, { -4, 0.4 } });

    [Fact]
    public void LongVectorsAreShortened() => Check(new MaxNorm(2), [1.2, 0.3, -1.6, 0.4]);

    [Fact]
    public void VectorsGetLengthOne() => Check(new UnitNorm(), [0.6, 0.6, -0.8, 0.8]);

    [Fact]
    public void LengthsAreBroughtIntoARange() => Check(new MinMaxNorm(1, 2), [1.2, 0.6, -1.6, 0.8]);

    // Half of the way from 5 to 2, and from 0.5 to 1.
    [Fact]
    public void OrGoPartOfTheWay() => Check(new MinMaxNorm(1, 2, rate: 0.5), [2.1, 0.45, -2.8, 0.6]);

    [Fact]
    public void NegativeNumbersBecomeZero() => Check(new NonNegative(), [3, 0.3, 0, 0.4]);

    [Fact]
    public void VectorsLieAlongTheAxesGiven()
    {
        Tensor rows = new UnitNorm([1]).Apply(s_weight).Norm(1);
        Assert.All(rows.ToArray<double>(), length => Assert.Equal(1, length, 1e-6));

        Tensor kernel = Tensor.RandomNormal([3, 3, 4, 5], 1);
        Assert.All(new UnitNorm([0, 1, 2]).Apply(kernel).Norm(0, 1, 2).ToArray(), one => Assert.Equal(1, one, 1e-5f));
    }

    [Fact]
    public void ZeroVectorsStay() => Assert.Equal([0, 0], new UnitNorm().Apply(Tensor.Zeros(1, 2)).ToArray());

    [Fact]
    public void ALayerTellsWhatItsTrainableParametersMeet()
    {
        var dense = new Dense(2, kernelConstraint: new MaxNorm(), biasConstraint: new NonNegative());
        var model = new Sequential(dense);
        model.Build(4);

        Assert.Equal(
            [(dense.Parameters[0], dense.KernelConstraint!), (dense.Parameters[1], dense.BiasConstraint!)],
            model.ParameterConstraints);
        dense.Trainable = false;
        Assert.Empty(model.ParameterConstraints);
    }

    [Fact]
    public void RangesAreRanges()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaxNorm(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinMaxNorm(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinMaxNorm(rate: 0));
    }

    // Keras' epsilon of 1e-7 in the quotient shows in the seventh digit.
    private static void Check(Constraint constraint, double[] expected)
    {
        double[] actual = constraint.Apply(s_weight).ToArray<double>();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
