using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The element of each window that <see cref="MaxPoolOp"/> chose, of another image: the transpose of
/// <see cref="MaxPoolScatterOp"/>.
/// </summary>
/// <param name="Taps">Those of the pooling.</param>
internal sealed record MaxPoolPickOp(Axes<AxisTaps> Taps) : Op
{
    // choice: [batch, windows…, channels], x: [batch, spatial…, channels] → [batch, windows…, channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => TapShapes.Infer(Subject, inputs[1], Taps);

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [null, new MaxPoolScatterOp(Taps).Apply(node.Inputs[0], gradients[0]!)];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor choice = call.Inputs[0], x = call.Inputs[1], y = call.Outputs[0];
        var taps = new GridTaps(TapGrid.Of(Taps));
        for (long i = 0; i < y.Values.Length; i++)
        {
            foreach ((long place, long tap) in taps.Of(i))
            {
                y[i] = choice[i] == tap ? x[place] : y[i];
            }
        }
    }
}
