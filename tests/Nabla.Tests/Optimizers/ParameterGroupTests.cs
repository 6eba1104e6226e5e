namespace Nabla.Tests.Optimizers;

public sealed class ParameterGroupTests
{
    [Theory]
    [InlineData("*.bias", "encoder.2.attention.bias", true)]
    [InlineData("*.bias", "bias", false)]
    [InlineData("encoder.?.*", "encoder.2.attention.bias", true)]
    [InlineData("encoder.?.*", "encoder.12.attention.bias", false)]
    [InlineData("Encoder.*", "encoder.2.weight", false)]
    [InlineData("0.weight", "0.weight", true)]
    [InlineData("0.weight", "10.weight", false)]
    public void APatternIsAWholePath(string pattern, string name, bool expected) =>
        Assert.Equal(expected, new ParameterGroup("nothing", pattern).Contains(new Variable(name, Tensor.Ones(1))));

    [Fact]
    public void EachSettingComesFromTheLastGroupThatStatesIt()
    {
        Variable[] parameters = [.. new[] { "a.weight", "a.bias", "b.weight", "b.bias" }.Select(
            name => new Variable(name, Tensor.Full([1], 1.0, DType.Float64)))];
        var sgd = new Sgd(0.5, weightDecay: 1)
        {
            DecoupledWeightDecay = true,
            Groups =
            {
                new ParameterGroup("*") { LearningRateScale = 0.5 },
                new ParameterGroup("a.*") { LearningRateScale = 0.25 },
                new ParameterGroup(IsBias) { WeightDecay = 0 },
                new ParameterGroup("c.*") { MayBeEmpty = true },
            },
        };
        sgd.Apply(parameters, [.. parameters.Select(_ => Tensor.Full([1], 2.0, DType.Float64))]);

        // p · (1 − rate · decay) − rate · 2
        Assert.Equal(
            [(1 - 0.125) - 0.25, 1 - 0.25, (1 - 0.25) - 0.5, 1 - 0.5],
            parameters.Select(parameter => parameter.Value.Item<double>()));
    }

    [Fact]
    public void AGroupWithoutParametersIsRefused()
    {
        var sgd = new Sgd { Groups = { new ParameterGroup("*.bais", "*.gamma") { WeightDecay = 0 } } };
        Variable[] parameters = [new("0.weight", Tensor.Ones(1)), new("0.bias", Tensor.Ones(1))];
        string message = Assert.Throws<ArgumentException>(
            () => sgd.Apply(parameters, [Tensor.Ones(1), Tensor.Ones(1)])).Message;
        Assert.Contains("'*.bais', '*.gamma' matches none of the 2 parameters", message);
        Assert.Contains("0.weight, 0.bias", message);
        Assert.Contains("MayBeEmpty", message);
    }

    [Fact]
    public void Constructor_RefusesEmptyPatternsAndNumbersOutOfRange()
    {
        Assert.Contains("*.bias", Assert.Throws<ArgumentException>(() => new ParameterGroup("a", " ")).Message);
        Assert.Throws<ArgumentException>(() => new ParameterGroup());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup("*") { LearningRateScale = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterGroup("*") { WeightDecay = double.NaN });
    }

    private static bool IsBias(Variable parameter) => parameter.Name.EndsWith("bias", StringComparison.Ordinal);
}
