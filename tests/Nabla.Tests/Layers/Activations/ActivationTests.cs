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
    [InlineData("softmin", 0.8807970780, 0.1192029220)]
    [InlineData("sparsemax", 0, 1)]
    [InlineData("gelu_tanh", -0.1542859895, 1.3995715770)]
    [InlineData("exponential", 0.6065306597, 4.4816890703)]
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
    [InlineData("leaky_relu(0.1, 2)")]
    [InlineData("hard_tanh(1)")]
    [InlineData("threshold")]
    [InlineData("")]
    public void AnUnknownNameIsAnsweredWithTheList(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => Activation.Parse(name));
        Assert.Contains($"no activation '{name}'", exception.Message);
        Assert.Contains("leaky_relu, linear, log_sigmoid", exception.Message);
    }

    [Theory]
    [InlineData("celu", "celu(1)")]
    [InlineData("celu(0.5)", "celu(0.5)")]
    [InlineData("elu(0.1)", "elu(0.1)")]
    [InlineData("hard_shrink", "hard_shrink(0.5)")]
    [InlineData("hard_tanh", "hard_tanh(-1, 1)")]
    [InlineData("hard_tanh( -2,0.25 )", "hard_tanh(-2, 0.25)")]
    [InlineData("soft_shrink(1E-05)", "soft_shrink(1E-05)")]
    [InlineData("squareplus", "squareplus(4)")]
    [InlineData("threshold(1, 0)", "threshold(1, 0)")]
    public void NumbersAreKeptInTheName(string text, string name)
    {
        Activation activation = Activation.Parse(text);
        Assert.Equal(name, activation.Name);
        Assert.Equal(name, Activation.Parse(name).Name);
    }

    [Fact]
    public void NumbersReachTheFunction()
    {
        Tensor x = Tensor.From([-3f, 0.5f, 3]);
        Assert.Equal([-2, 0.25f, 0.25f], Activation.Parse("hard_tanh(-2, 0.25)").Apply(x).ToArray());
        Assert.Equal([-7, -7, 3], Activation.Parse("threshold(1, -7)").Apply(x).ToArray());
        Assert.Equal([-1, 0, 1], Activation.Parse("soft_shrink(2)").Apply(x).ToArray());
    }

    [Fact]
    public void NumbersThatAFunctionDoesNotTakeAreRefusedAtOnce() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Activation.Parse("celu(0)"));

    [Fact]
    public void EveryActivationOfKerasHasItsName() => Assert.Empty(
        "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_tanh leaky_relu linear log_sigmoid "
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat("log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign".Split(' '))
            .Concat("sparse_plus sparse_sigmoid sparsemax squareplus tanh tanh_shrink threshold softmin".Split(' '))
            .Except(Activation.Names));

    // A difference in the second of two elements shows in the first result, or it does not.
    [Fact]
    public void ThoseAlongAnAxisSaySo()
    {
        IEnumerable<string> names = Activation.Names.Where(name => name is not "threshold");
        foreach (Activation activation in names.Select(Activation.Parse))
        {
            float[] one = activation.Apply(Tensor.From(new[,] { { 0.5f, 1 } })).ToArray();
            float[] other = activation.Apply(Tensor.From(new[,] { { 0.5f, 0.75f } })).ToArray();
            Assert.True(activation.IsElementwise == (one[0] == other[0]), activation.Name);
        }
    }

    [Fact]
    public void AGatedLayerHasHalfAsManyOutputs() =>
        LayerCheck.Run(() => new Dense(6, Activation.Glu), [4, 5], [4, 3]);

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
