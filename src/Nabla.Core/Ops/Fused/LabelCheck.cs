using Nabla.Graph;

namespace Nabla;

/// <summary>The same labels, once all of them name classes.</summary>
internal sealed record LabelCheckOp(string Operation, long Classes) : Op
{
    public override bool CanFail => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [null];

    public override void Reference(ReferenceCall call)
    {
        for (long row = 0; row < call.Inputs[0].Values.Length; row++)
        {
            long label = (long)call.Inputs[0][row];
            call.Outputs[0][row] = label >= 0 && label < Classes
                ? label
                : throw new LabelOutOfRangeException(Operation, LayerScope.Current, row, label, Classes);
        }
    }
}
