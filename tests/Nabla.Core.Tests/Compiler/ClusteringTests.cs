using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

public sealed class ClusteringTests
{
    [Fact]
    public void AChainIsOneStep() =>
        Assert.IsType<ElementwisePlan>(
            Assert.Single(Compile(x => [(x[0].Exp() * x[1]).Tanh() - x[0]], [8, 4], [4]).Steps));

    [Fact]
    public void AClusterMayHaveSeveralResults()
    {
        Program program = Compile(x => x[0].Exp() is var e ? [e, e + 1] : [], [8]);
        Assert.Equal(2, Assert.IsType<ElementwisePlan>(Assert.Single(program.Steps)).Outputs.Count);
    }

    [Fact]
    public void BiasAndActivationFinishTheirProduct()
    {
        var plan = Assert.IsType<ContractionPlan>(Assert.Single(
            Compile(x => [(x[0].MatMul(x[1]) + x[2]).Relu()], [4, 8], [8, 6], [6]).Steps));
        Assert.NotNull(plan.Epilogue);
        Assert.Null(plan.Result);
    }

    [Fact]
    public void AProgramFeedsItsReduction()
    {
        var plan = Assert.IsType<ReductionPlan>(
            Assert.Single(Compile(x => [(x[0] - x[1]).Square().Sum(1)], [8, 4], [8, 4]).Steps));
        Assert.NotNull(plan.Producer);
    }

    [Fact]
    public void AStepNeverWaitsForItself()
    {
        // e feeds the sum and what the sum feeds: it cannot be inside both.
        Program program = Compile(x => x[0].Exp() is var e ? [e / e.Sum([1], keepAxes: true)] : [], [8, 4]);
        float[] expected = Tensor.RandomNormal([8, 4], 1).Softmax().ToArray();
        var compiled = new CompiledFunction(x => x[0].Exp() is var e ? [e / e.Sum([1], keepAxes: true)] : []);
        float[] actual = compiled.Invoke(Tensor.RandomNormal([8, 4], 1))[0].ToArray();
        Assert.InRange(program.Steps.Count, 2, 3);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void VariablesAssignedFromTheSameValueAreOnePass()
    {
        var momentum = new Variable("momentum", Tensor.Ones(8, 4));
        var weight = new Variable("weight", Tensor.Ones(8, 4));
        var step = new CompiledFunction(x =>
        {
            weight.Value = weight.Value - (momentum.Value + x[0]).Sign();
            momentum.Value = (momentum.Value * 0.5) + x[0];
            return [];
        });
        var plan = Assert.IsType<ElementwisePlan>(
            Assert.Single(step.Bind(new TensorSpec(DType.Float32, [8, 4])).Program.Steps));
        Assert.Equal(2, plan.Outputs.Count);
        step.Invoke(Tensor.Full([8, 4], 3f));
        Assert.All(weight.Value.ToArray<float>(), element => Assert.Equal(0, element));
        Assert.All(momentum.Value.ToArray<float>(), element => Assert.Equal(3.5f, element));
    }

    [Fact]
    public void AssignedVariablesWithASumBetweenThemStayApart()
    {
        Variable a = new("a", Tensor.Zeros(8)), b = new("b", Tensor.Zeros(8));
        var step = new CompiledFunction(x =>
        {
            a.Value = x[0] + 1;
            b.Value = x[0] * a.Value.Sum();
            return [];
        });
        Assert.Equal(3, step.Bind(new TensorSpec(DType.Float32, [8])).Program.Steps.Count);
        step.Invoke(Tensor.Ones(8));
        Assert.All(b.Value.ToArray<float>(), element => Assert.Equal(16, element));
    }

    [Fact]
    public void AnOptimizerUpdateIsOnePass()
    {
        Variable weight = New("w"), mean = New("m"), square = New("v");
        var step = new CompiledFunction(inputs =>
        {
            Tensor gradient = inputs[0];
            mean.Value = mean.Value * 0.9 + gradient * 0.1;
            square.Value = square.Value * 0.999 + gradient.Square() * 0.001;
            weight.Value = weight.Value - 0.01 * mean.Value / (square.Value.Sqrt() + 1e-8);
            return [];
        });
        Program program = step.Bind(new TensorSpec(DType.Float32, [100])).Program;
        Assert.IsType<ElementwisePlan>(Assert.Single(program.Steps));
        Assert.Equal(0, program.ArenaBytes);

        static Variable New(string name) => new(name, Tensor.Zeros(100));
    }

    private static Program Compile(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, params Shape[] inputs) =>
        new CompiledFunction(function).Bind([.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))]).Program;
}
