using Nabla.Graph;

namespace Nabla.Tests.Graph;

public sealed class ReductionOpTests
{
    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 25)]
    public void AUsersReductionIsAskedWhetherOneElementIsItsResult(int count, double expected)
    {
        Tensor x = Tensor.From([3.0, 4.0])[..count];
        Assert.Equal(expected, new SumOfSquaresOp([0], false).Apply(x).Item<double>());
        Assert.Equal(expected, new CompiledFunction(x => [new SumOfSquaresOp([0], false).Apply(x[0])]).Invoke(x)[0]
            .Item<double>());
    }

    private sealed record SumOfSquaresOp(Axes<int> Axes, bool KeepAxes) : ReductionOp(Axes, KeepAxes)
    {
        public override double Identity(DType dtype) => 0;

        public override double Fold(double accumulator, double x) => accumulator + (x * x);

        protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => dy * x * 2;
    }
}
