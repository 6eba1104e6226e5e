using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>
/// Copies a view into memory of its own. It costs an instruction in no program: its register is its input's.
/// </summary>
internal sealed record CopyOp : ElementwiseOp
{
    public static readonly CopyOp Instance = new();

    public override OpDomain Domain => OpDomain.Any;

    public override double Reference(ReadOnlySpan<double> inputs) => inputs[0];

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [gradients[0]];
}
