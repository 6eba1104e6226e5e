using Nabla.Graph;

namespace Nabla;

/// <summary>The sum of each element of the last axis with its neighbours; zeros lie beyond the border.</summary>
/// <remarks>
/// Has no kernel: the definition is one elementwise pass over views of the padded input. What it has is a gradient that
/// is a sum of windows again, where the derived one would pad and add each window by itself.
/// </remarks>
/// <param name="Before">How many neighbours before are added.</param>
/// <param name="After">How many neighbours behind are added.</param>
internal sealed record WindowSumOp(int Before, int After) : FusedOp
{
    public override bool HasOwnGradient => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], padded = x.Pad(-1, Before, After);
        int last = checked((int)x.Shape[-1]);
        Tensor sum = padded.Slice(-1, ..last);
        for (int place = 1; place <= Before + After; place++)
        {
            sum += padded.Slice(-1, place..(place + last));
        }

        return [sum];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        [new WindowSumOp(After, Before).Apply(gradients[0]!)];
}
