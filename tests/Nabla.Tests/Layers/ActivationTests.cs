namespace Nabla.Tests.Layers;

public sealed class ActivationTests
{
    [Theory]
    [InlineData("linear", -0.5, 1.5)]
    [InlineData("relu", 0, 1.5)]
    [InlineData("leaky_relu", -0.005, 1.5)]
    [InlineData("leaky_relu(0.2)", -0.1, 1.5)]
    [InlineData("sigmoid", 0.3775406688, 0.8175744762)]
    [InlineData("tanh", -0.4621171573, 0.9051482536)]
    [InlineData("step", 0, 1)]
    [InlineData("silu", -0.1887703344, 1.2263617143)]
    [InlineData("gelu", -0.1542687694, 1.3997891981)]
    [InlineData("softmax", 0.1192029220, 0.8807970780)]
    public void NamesGiveFunctions(string name, double first, double second)
    {
        Activation activation = Activation.Parse(name);
        double[] y = activation.Apply(Tensor.From([-0.5, 1.5], 1, 2)).ToArray<double>();

        Assert.Equal(first, y[0], 1e-9);
        Assert.Equal(second, y[1], 1e-9);
        Assert.Equal(name == "leaky_relu" ? "leaky_relu(0.01)" : name, activation.ToString());
    }

    [Theory]
    [InlineData("swish")]
    [InlineData("relu(1)")]
    [InlineData("leaky_relu(x)")]
    [InlineData("leaky_relu(0.1")]
    [InlineData("leaky_relu(Infinity)")]
    [InlineData("")]
    public void AnUnknownNameIsAnsweredWithTheList(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => Activation.Parse(name));
        Assert.Contains($"no activation '{name}'", exception.Message);
        Assert.Contains("leaky_relu, linear, relu", exception.Message);
    }

    [Fact]
    public void OnesOwnFunctionHasANameAsWell()
    {
        Activation cube = Activation.Define("test_cube", x => x * x * x);

        Assert.Same(cube, Activation.Parse("test_cube"));
        Assert.Contains("test_cube", Activation.Names);
        Assert.Throws<ArgumentException>(() => Activation.Define("test_cube", x => x));
        LayerCheck.Run(() => new Dense(3, cube), [4, 5], [4, 3]);
    }

    [Fact]
    public void TheGradientOfAStepIsZero() =>
        Assert.Equal(
            [0f, 0], Gradient.Function(x => (x * Activation.Step.Apply(x) * 0).Sum())(Tensor.From([-1f, 1])).ToArray());
}
