namespace Nabla.Graph;

/// <summary>The value that a variable has when a program starts.</summary>
internal sealed record VariableOp(Variable Variable) : LeafOp
{
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => Variable.Spec;
}
