using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

public sealed class SimplifierTests
{
    [Fact]
    public void EqualExpressionsAreComputedOnce()
    {
        ElementwisePlan plan = Single(x => [x[0].Exp() + x[0].Exp() * x[0].Exp()]);
        Assert.Single(plan.Program.Instructions, instruction => instruction.Op.Name == "Exp");
    }

    [Fact]
    public void KnownNumbersAreFolded()
    {
        ElementwisePlan plan = Single(x => [x[0] * (Tensor.Scalar(2.0).Exp() + 1).Log()]);
        Assert.Equal("Multiply", Assert.Single(plan.Program.Instructions).Op.Name);
    }

    [Theory]
    [InlineData("x + 0")]
    [InlineData("x * 1")]
    [InlineData("x - 0")]
    [InlineData("--x")]
    [InlineData("x / 1")]
    public void WhatChangesNothingDisappears(string expression)
    {
        ElementwisePlan plan = Single(x => [expression switch
        {
            "x + 0" => x[0] + 0,
            "x * 1" => x[0] * 1,
            "x - 0" => x[0] - 0,
            "--x" => -(-x[0]),
            _ => x[0] / 1,
        }]);
        Assert.Empty(plan.Program.Instructions);
    }

    [Fact]
    public void ProductsAndSumsContract()
    {
        Assert.Equal("MultiplyAdd", Assert.Single(Single(x => [x[0] * x[1] + x[2]]).Program.Instructions).Op.Name);
        Assert.Equal(
            ["Negate", "MultiplyAdd"],
            Single(x => [x[2] - x[0] * x[1]]).Program.Instructions.Select(step => step.Op.Name));
    }

    [Fact]
    public void DivisionByAPowerOfTwoIsMultiplication() =>
        Assert.Equal("Multiply", Assert.Single(Single(x => [x[0] / 8]).Program.Instructions).Op.Name);

    [Fact]
    public void ViewsCostNoStep()
    {
        Program program = Compile(x => [x[0].Reshape(4, 2).Transpose()[.., 1..].Exp()], [8]);
        Assert.Single(program.Steps);
    }

    [Fact]
    public void WhatNobodyWantsIsNotComputed()
    {
        Program program = Compile(
            x =>
            {
                _ = x[0].MatMul(x[0]).Exp();
                return [x[0] + 1];
            },
            [4, 4]);
        Assert.IsType<ElementwisePlan>(Assert.Single(program.Steps));
    }

    private static ElementwisePlan Single(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function) =>
        Assert.IsType<ElementwisePlan>(Assert.Single(Compile(function, [8], [8], [8]).Steps));

    private static Program Compile(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, params Shape[] inputs) =>
        new CompiledFunction(function).Bind([.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))]).Program;
}
