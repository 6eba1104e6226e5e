using Nabla.Graph;

namespace Nabla.Tests.Graph;

/// <summary>Users' operations that break their contract are named.</summary>
public sealed class OpTests
{
    [Fact]
    public void AGradientForEachInputIsAskedFor()
    {
        Tensor x = Tensor.From([1.0]);
        string message = Assert.Throws<InvalidOperationException>(
            () => Gradient.Of(new FirstOp().Apply(x, x).Sum(), x)).Message;
        Assert.Contains("First.Gradient returned 1 gradients for 2 inputs", message, StringComparison.Ordinal);
        Assert.Contains("null where no gradient flows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADefinitionFitsItsOperation()
    {
        Tensor x = Tensor.From([1.0]);
        string message = Assert.Throws<InvalidOperationException>(
            () => new DefinedOp([]).Apply(x).ToArray<double>()).Message;
        Assert.Contains("Defined.Define returned 0 results, but the operation has 1", message);
        message = Assert.Throws<ShapeMismatchException>(
            () => new DefinedOp([Tensor.Zeros(2)]).Apply(x).ToArray<double>()).Message;
        Assert.Contains("float32[2] as result 0, but its shape rule says float64[1]", message);
    }

    private sealed record FirstOp : Op
    {
        public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

        public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [gradients[0]];

        public override void Reference(ReferenceCall call) => throw new NotSupportedException();
    }

    private sealed record DefinedOp(Tensor[] Results) : FusedOp
    {
        public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

        public override Tensor[] Define(IReadOnlyList<Tensor> inputs) => Results;
    }
}
