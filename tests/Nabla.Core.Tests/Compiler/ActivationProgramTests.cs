using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

/// <summary>An activation is one pass over its input, and its gradient another one.</summary>
public sealed class ActivationProgramTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_activations = new()
    {
        ["celu"] = x => x.Celu(0.5),
        ["elu"] = x => x.Elu(),
        ["gelu"] = x => x.Gelu(),
        ["gelu_tanh"] = x => x.Gelu(approximate: true),
        ["glu"] = x => x.Glu(),
        ["hard_shrink"] = x => x.HardShrink(),
        ["hard_sigmoid"] = x => x.HardSigmoid(),
        ["hard_silu"] = x => x.HardSilu(),
        ["hard_tanh"] = x => x.HardTanh(),
        ["mish"] = x => x.Mish(),
        ["selu"] = x => x.Selu(),
        ["silu"] = x => x.Silu(),
        ["soft_shrink"] = x => x.SoftShrink(),
        ["softsign"] = x => x.Softsign(),
        ["sparse_plus"] = x => x.SparsePlus(),
        ["squareplus"] = x => x.Squareplus(),
        ["tanh_shrink"] = x => x.TanhShrink(),
    };

    public static TheoryData<string> Names => [.. s_activations.Keys];

    // The gradient of a gated unit is put together from two halves; that of squareplus is cut in two by its length.
    public static TheoryData<string> NamesOfShort => [.. s_activations.Keys.Except(["glu", "squareplus"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsOnePass(string name) => Assert.Single(Bind(x => s_activations[name](x[0])).Steps);

    [Theory]
    [MemberData(nameof(NamesOfShort))]
    public void TheGradientIsOnePassToo(string name) => Assert.Single(
        Bind(x => Gradient.Of((s_activations[name](x[0]) * 3).Sum(), x[0])[0]).Steps);

    private static Program Bind(Func<IReadOnlyList<Tensor>, Tensor> function) =>
        new CompiledFunction(x => [function(x)]).Bind(new TensorSpec(DType.Float32, [32, 64])).Program;
}
