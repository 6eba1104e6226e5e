using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Channels in groups brought to mean 0 and variance 1, then scaled and shifted one by one: what the normalizations
/// over batches, over groups of channels and over single channels have in common.
/// </summary>
/// <remarks>
/// <para>
/// Computes <c>y = (x − mean) / √(variance + ε) · scale + offset</c>, and gives mean and variance of each group too.
/// </para>
/// <para>
/// Only the moments are a kernel; what follows them is elementwise, and so one pass together with an activation, a sum
/// of branches or a mask behind it. The gradient is one pass over x and dy for two sums, and an elementwise one.
/// </para>
/// </remarks>
/// <param name="Groups">How many groups of neighbouring channels have moments of their own; divides channels.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record NormalizeOp(long Groups, double Epsilon) : FusedOp
{
    public override int OutputCount => 3;

    public override bool HasOwnGradient => true;

    // x: [outer, rows, channels]; scale, offset: [channels]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0];
        var ofChannels = new TensorSpec(x.DType, x.Rank == 3 ? [x.Shape[2]] : []);
        return x.DType.IsFloating && x.Rank == 3 && x.Shape[2] % Groups == 0
            && inputs[1].Spec == ofChannels && inputs[2].Spec == ofChannels
            ? x.Spec
            : throw new ShapeMismatchException(
                $"{Subject} takes [outer, rows, channels] of {Groups} groups and twice [channels] but got {x.Spec}, "
                + $"{inputs[1].Spec} and {inputs[2].Spec}.", x.Shape, inputs[1].Shape);
    }

    public override TensorSpec InferOutput(ReadOnlySpan<Tensor> inputs, int output)
    {
        TensorSpec x = Infer(inputs);
        return output == 0 ? x : new TensorSpec(x.DType, [x.Shape[0], Groups]);
    }

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], scale = inputs[1], offset = inputs[2];
        IReadOnlyList<Tensor> ofChannels = ChannelMomentsOp.Instance.Record(x).Outputs;
        Tensor mean = ofChannels[0], variance = ofChannels[1];
        if (Groups < x.Shape[2])
        {
            // The moments of a whole from those of its parts, which are equally large.
            Tensor means = Grouped(mean), average = means.Mean([2], keepAxes: true);
            variance = (Grouped(variance) + (means - average).Square()).Mean(2);
            mean = average.Squeeze(2);
        }

        Tensor factor = OfRows(Spread(Inverse(variance), x) * scale);
        return [(x - OfRows(Spread(mean, x))) * factor + offset, mean, variance];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], scale = node.Inputs[1], mean = node.Outputs[1];
        Tensor inverse = Inverse(node.Outputs[2]);
        double share = (double)Groups / (x.Shape[1] * x.Shape[2]);

        // dx = dy · factor + (x − mean) · slope + constant, of which groups have the last two in common.
        Tensor? factor = null, dscale = null, doffset = null;
        Tensor? slope = gradients[2] is { } dvariance ? dvariance * (2 * share) : null;
        Tensor? constant = gradients[1] is { } dmean ? dmean * share : null;
        if (gradients[0] is { } dy)
        {
            IReadOnlyList<Tensor> sums = ChannelSumsOp.Instance.Record(x, dy, Spread(mean, x)).Outputs;
            Tensor spread = Spread(inverse, x);
            (factor, dscale, doffset) = (spread * scale, (sums[1] * spread).Sum(0), sums[0].Sum(0));
            Tensor ofDistances = Total(sums[1] * scale) * (inverse.Square() * inverse * -share);
            Tensor ofGradients = Total(sums[0] * scale) * (inverse * -share);
            slope = slope is null ? ofDistances : slope + ofDistances;
            constant = constant is null ? ofGradients : constant + ofGradients;
        }

        // The mean goes into the constant: a distance of its own would be stored by the forward pass, which has it too,
        // and read again here. What that rounds off, the rounding of x has taken before.
        Tensor? dx = null;
        if (slope is not null)
        {
            constant = constant is null ? -(mean * slope) : constant - mean * slope;
            dx = x * OfRows(Spread(slope, x));
        }

        dx = constant is null ? null : Add(OfRows(Spread(constant, x)), dx);
        dx = factor is null ? dx : Add(gradients[0]! * OfRows(factor), dx);
        return [dx?.BroadcastTo(x.Shape), dscale, doffset];
    }

    private static Tensor Add(Tensor a, Tensor? b) => b is null ? a : a + b;

    private Tensor Inverse(Tensor variance) => (variance + Epsilon).ReciprocalSqrt();

    /// <summary>[outer, groups] to [outer, channels].</summary>
    private Tensor Spread(Tensor ofGroups, Tensor x)
    {
        long outer = x.Shape[0], channels = x.Shape[2];
        return Groups == channels
            ? ofGroups
            : ofGroups.Reshape(outer, Groups, 1).BroadcastTo([outer, Groups, channels / Groups])
                .Reshape(outer, channels);
    }

    /// <summary>[outer, channels] to their sums [outer, groups].</summary>
    private Tensor Total(Tensor ofChannels) =>
        Groups == ofChannels.Shape[1] ? ofChannels : Grouped(ofChannels).Sum(2);

    private Tensor Grouped(Tensor ofChannels) =>
        ofChannels.Reshape(ofChannels.Shape[0], Groups, ofChannels.Shape[1] / Groups);

    /// <summary>[outer, channels] to [outer, 1, channels].</summary>
    private static Tensor OfRows(Tensor ofChannels) => ofChannels.ExpandAxis(1);
}
