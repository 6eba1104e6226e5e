using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

public sealed class FreezeTests
{
    [Fact]
    public void WhatDependsOnConstantsAloneIsComputedOnce()
    {
        Variable weight = New("w", 6, 8), mask = New("m", 6, 8);
        FrozenFunction frozen = Freeze(x => [x[0].MatMul((weight.Value * mask.Value.Exp()).Transpose())], [4, 8]);
        Assert.IsType<ContractionPlan>(Assert.Single(frozen.Program.Steps));
        Assert.Empty(frozen.Program.Variables);
        Assert.Single(frozen.Program.Constants);
        Agree(x => [x[0].MatMul((weight.Value * mask.Value.Exp()).Transpose())], frozen);
    }

    [Fact]
    public void StretchedVectorsStayVectors()
    {
        Variable scale = New("s", 64);
        FrozenFunction frozen = Freeze(x => [x[0].Exp() * (scale.Value + 1).BroadcastTo(512, 512, 64)], [512, 512, 64]);
        Assert.Equal(64 * sizeof(float), frozen.ConstantBytes);
        Assert.IsType<ElementwisePlan>(Assert.Single(frozen.Program.Steps));
    }

    [Fact]
    public void LargeValuesOfFewNumbersAreNotKept()
    {
        Variable row = New("r", 1, 2048), column = New("c", 2048, 1);
        FrozenFunction frozen = Freeze(x => [x[0] + column.Value.MatMul(row.Value)], [2048, 2048]);
        Assert.Equal(2 * 2048 * sizeof(float), frozen.ConstantBytes);
    }

    [Fact]
    public void AWeightThatWasPermutedLiesInOrder()
    {
        Variable kernel = New("k", 8, 4, 3, 3);
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function = x =>
            [x[0].Conv(kernel.Value.Permute(2, 3, 1, 0))];
        FrozenFunction frozen = Freeze(function, [2, 6, 6, 4]);
        Assert.IsType<ContractionPlan>(Assert.Single(frozen.Program.Steps));
        Agree(function, frozen);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void ANormalizationBecomesPartOfTheConvolution(int size, int groups)
    {
        Variable kernel = New("k", size, size, 4 / groups, 6), scale = New("s", 6), shift = New("b", 6);
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function = x =>
            [x[0].Conv(kernel.Value, groups: groups).MultiplyAdd(scale.Value.Exp(), shift.Value).Relu()];
        FrozenFunction frozen = Freeze(function, [2, 6, 6, 4]);
        Assert.Equal(["Add", "Relu"], EpilogueOf(frozen));
        Assert.Equal(2, frozen.Program.Constants.Count);
        Agree(function, frozen);
    }

    [Fact]
    public void AFactorBecomesPartOfAMatrixProductAndOfATransposedConvolution()
    {
        Variable weight = New("w", 8, 6), kernel = New("k", 3, 3, 6, 8), scale = New("s", 6), shift = New("b", 6);
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> product = x =>
            [x[0].MatMul(weight.Value) * scale.Value + shift.Value];
        FrozenFunction frozen = Freeze(product, [2, 5, 8]);
        Assert.Equal(["Add"], EpilogueOf(frozen));
        Agree(product, frozen);

        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> transposed = x =>
            [x[0].ConvTranspose(kernel.Value, strides: [2]) * scale.Value + shift.Value];
        frozen = Freeze(transposed, [2, 4, 4, 8]);
        Assert.Equal(["Add"], EpilogueOf(frozen));
        Agree(transposed, frozen);
    }

    [Fact]
    public void AFactorOfAnotherAxisOrOfAProductReadTwiceStays()
    {
        Variable weight = New("w", 8, 6), rows = New("r", 5, 1), scale = New("s", 6);
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> ofRows = x => [x[0].MatMul(weight.Value) * rows.Value];
        FrozenFunction frozen = Freeze(ofRows, [5, 8]);
        Assert.Equal(["Multiply"], EpilogueOf(frozen));
        Agree(ofRows, frozen);

        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> twice = x =>
            x[0].MatMul(weight.Value) is var y ? [y * scale.Value, y] : [];
        frozen = Freeze(twice, [5, 8]);
        var multiply = Assert.IsType<ElementwisePlan>(frozen.Program.Steps[1]);
        Assert.Equal("Multiply", Assert.Single(multiply.Program.Instructions).Op.Name);
        Agree(twice, frozen);
    }

    [Fact]
    public void ThePlainProgramKeepsItsOrderOfRounding()
    {
        Variable weight = New("w", 8, 6), scale = New("s", 6);
        var function = new CompiledFunction(x => [x[0].MatMul(weight.Value) * scale.Value]);
        var plan = Assert.IsType<ContractionPlan>(
            Assert.Single(function.Bind(new TensorSpec(DType.Float32, [4, 8])).Program.Steps));
        Assert.Equal("Multiply", Assert.Single(plan.Epilogue!.Program.Instructions).Op.Name);
    }

    [Fact]
    public void ABlockOfABottleneckIsThreeContractionsAndNothingElse()
    {
        Variable reduce = New("a", 1, 1, 64, 16), middle = New("b", 3, 3, 16, 16), expand = New("c", 1, 1, 16, 64);
        Variable narrow = New("n", 16), wide = New("w", 64);
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> block = inputs =>
        {
            Tensor x = inputs[0].Relu();
            Tensor y = x.Conv(reduce.Value).MultiplyAdd(narrow.Value, narrow.Value).Relu();
            y = y.Conv(middle.Value, padding: Padding.Same).MultiplyAdd(narrow.Value, narrow.Value).Relu();
            return [(y.Conv(expand.Value).MultiplyAdd(wide.Value, wide.Value) + x).Relu()];
        };
        FrozenFunction frozen = Freeze(block, [1, 8, 8, 64]);
        Assert.IsType<ElementwisePlan>(frozen.Program.Steps[0]);
        Assert.Equal(4, frozen.Program.Steps.Count);
        Assert.All(frozen.Program.Steps.Skip(1), step => Assert.NotNull(Assert.IsType<ContractionPlan>(step).Epilogue));
        Agree(block, frozen);
    }

    internal static Variable New(string name, params Shape shape) =>
        new(name, Tensor.RandomNormal(shape, new RandomKey(7, name)) * 0.3);

    internal static FrozenFunction Freeze(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, params Shape[] inputs) =>
        new CompiledFunction(function).Freeze([.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))]);

    /// <summary>A frozen function gives what the function gives.</summary>
    internal static void Agree(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, FrozenFunction frozen)
    {
        Tensor[] inputs =
            [.. frozen.Program.Inputs.Select((spec, i) => Tensor.RandomNormal(spec.Shape, new RandomKey(i, "input")))];
        Tensor[] expected = new CompiledFunction(function).Invoke(inputs), actual = frozen.Invoke(inputs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            float[] left = expected[i].ToArray<float>(), right = actual[i].ToArray<float>();
            float scale = Math.Max(1e-3f, left.Max(Math.Abs));
            Assert.All(left.Zip(right), pair => Assert.Equal(pair.First / scale, pair.Second / scale, 1e-5));
        }
    }

    private static IEnumerable<string> EpilogueOf(FrozenFunction frozen) =>
        frozen.Program.Steps.OfType<ContractionPlan>().Single().Epilogue!.Program.Instructions
            .Select(instruction => instruction.Op.Name);
}
