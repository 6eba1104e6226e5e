using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The gradient of <see cref="MaxPoolOp"/>: each pixel gets the sum, in order, over the windows that chose it.
/// </summary>
/// <param name="Taps">Those of the pooling.</param>
internal sealed record MaxPoolScatterOp(Axes<AxisTaps> Taps) : Op
{
    // choice, dy: [batch, windows…, channels] → [batch, spatial…, channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) =>
        TapShapes.Infer(Subject, inputs[1], TapShapes.Transpose(Taps));

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [null, new MaxPoolPickOp(Taps).Apply(node.Inputs[0], gradients[0]!)];

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor choice = call.Inputs[0], dy = call.Inputs[1], dx = call.Outputs[0];
        var taps = new GridTaps(TapGrid.Of(TapShapes.Transpose(Taps)));
        for (long i = 0; i < dx.Values.Length; i++)
        {
            foreach ((long place, long tap) in taps.Of(i))
            {
                dx[i] += choice[place] == tap ? dy[place] : 0;
            }
        }
    }
}
