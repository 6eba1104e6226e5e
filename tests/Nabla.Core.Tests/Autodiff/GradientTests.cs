using Nabla.Testing;

namespace Nabla.Tests.Autodiff;

public sealed class GradientTests
{
    [Fact]
    public void PrintingInsideADifferentiatedFunctionKeepsGradients()
    {
        string? printed = null;
        var (value, gradient) = Gradient.ValueAndGradient(Loss)(Tensor.From([1.0, 2.0]));
        Assert.Equal(17, value.Item<double>());
        Assert.Equal([4, 32], gradient.ToArray<double>());
        Assert.StartsWith("[1., 4.]", printed, StringComparison.Ordinal);

        Tensor Loss(Tensor x)
        {
            Tensor squares = x.Square();
            printed = squares.ToString();
            return squares.Square().Sum();
        }
    }

    [Fact]
    public void GradientsOfGradientsAreGradients()
    {
        // d³/dx³ x⁵ = 60 x²
        Func<Tensor, Tensor> f = x => x.Pow(5).Sum();
        for (int i = 0; i < 2; i++)
        {
            Func<Tensor, Tensor> inner = f;
            f = x => Gradient.Function(inner)(x).Sum();
        }

        Tensor x = Tensor.From([2.0, 3.0]);
        Tensor third = Gradient.Function(f)(x);
        new Tolerance(1e-12, 0).Check(third, [240, 540], "The third derivative");
    }

    [Fact]
    public void UsesAddUp()
    {
        Tensor x = Tensor.From([3.0]);
        Assert.Equal([13], Gradient.Of((x * x + x * 7).Sum(), x)[0].ToArray<double>());
    }

    [Fact]
    public void AResultThatDoesNotDependSaysSo()
    {
        Tensor x = Tensor.From([1.0]), y = Tensor.From([2.0]);
        var exception = Assert.Throws<InvalidOperationException>(() => Gradient.Of(x.Sum(), y));
        Assert.Contains("does not depend on source 0", exception.Message, StringComparison.Ordinal);
        Assert.Null(Gradient.OfOrNull(x.Sum(), y)[0]);
    }

    [Fact]
    public void OnlyScalarsHaveGradients()
    {
        Tensor x = Tensor.Zeros(3);
        var exception = Assert.Throws<ShapeMismatchException>(() => Gradient.Of(x * 2, x));
        Assert.Contains("reduce it with Sum or Mean", exception.Message, StringComparison.Ordinal);
        Assert.Throws<DTypeMismatchException>(() => Gradient.VectorJacobian(x > 0, x, x));
    }

    [Fact]
    public void NothingFlowsThroughStopGradient()
    {
        Tensor x = Tensor.From([3.0]);
        Assert.Equal([3], Gradient.Of((x * x.StopGradient()).Sum(), x)[0].ToArray<double>());
    }

    [Fact]
    public void AWrongGradientIsFound()
    {
        var exception = Assert.Throws<CheckFailedException>(
            () => GradientCheck.Run(x => x[0] * x[0].StopGradient(), Tensor.From([3.0])));
        Assert.Contains("The gradient for element 0 of input 0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeNetworkIsDifferentiated() => GradientCheck.Run(
        x => (x[0].MatMul(x[1]) + x[2]).Gelu().Softmax().Gather(Tensor.From([2, 0, 2])).LogSumExp(1),
        Tensor.RandomNormal([3, 4], 1), Tensor.RandomNormal([4, 5], 2), Tensor.RandomNormal([5], 3));
}
