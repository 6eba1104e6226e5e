using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Rows brought to a common scale: what normalization of layers and that by root mean squares have in common.
/// </summary>
/// <remarks>
/// Computes <c>y = d · inverse · scale + offset</c>, <c>inverse = 1 / √(mean(d²) + ε)</c>, where <c>d = x − mean</c>
/// when centered, and <c>d = x</c> without an offset otherwise. Saved for the gradient are inverse and, when centered,
/// mean.
/// </remarks>
/// <param name="IsCentered">Whether the mean is taken off, and an offset added.</param>
/// <param name="Epsilon">What is added to the mean square.</param>
internal sealed record RowNormalizeOp(bool IsCentered, double Epsilon) : FusedOp
{
    public override int OutputCount => IsCentered ? 3 : 2;

    public override bool HasOwnGradient => true;

    // x: [rows, features]; scale, offset: [features]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0];
        var ofFeatures = new TensorSpec(x.DType, x.Rank == 2 ? [x.Shape[1]] : []);
        foreach (Tensor vector in inputs[1..])
        {
            if (!x.DType.IsFloating || x.Rank != 2 || vector.Spec != ofFeatures)
            {
                throw new ShapeMismatchException(
                    $"{Subject} takes floating [rows, features] and [features] but got {x.Spec} and {vector.Spec}.",
                    x.Shape, vector.Shape);
            }
        }

        return x.Spec;
    }

    public override TensorSpec InferOutput(ReadOnlySpan<Tensor> inputs, int output)
    {
        TensorSpec x = Infer(inputs);
        return output == 0 ? x : new TensorSpec(x.DType, [x.Shape[0]]);
    }

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], mean = x.Mean([1], keepAxes: true), distance = IsCentered ? x - mean : x;
        Tensor inverse = (distance.Square().Mean([1], keepAxes: true) + Epsilon).ReciprocalSqrt();
        Tensor y = distance * inverse * inputs[1];
        return IsCentered ? [y + inputs[2], inverse.Squeeze(1), mean.Squeeze(1)] : [y, inverse.Squeeze(1)];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], inverse = node.Outputs[1];
        Tensor?[] results = [null, null, null];
        if (gradients[0] is { } dy)
        {
            var op = new RowNormalizeGradientOp(IsCentered);
            Node backward = IsCentered
                ? op.Record(x, node.Inputs[1], dy, inverse, node.Outputs[2])
                : op.Record(x, node.Inputs[1], dy, inverse);
            backward.Outputs.ToArray().CopyTo(results, 0);
        }

        // Only gradients of gradients flow through what is saved.
        double share = 1.0 / x.Shape[1];
        if (gradients[1] is { } dinverse)
        {
            Tensor distance = IsCentered ? x - node.Outputs[2].ExpandAxis(1) : x;
            Tensor through = distance * (dinverse * -share * (inverse.Square() * inverse)).ExpandAxis(1);
            results[0] = results[0] is { } dx ? dx + through : through;
        }

        if (IsCentered && gradients[2] is { } dmean)
        {
            Tensor through = (dmean * share).ExpandAxis(1).BroadcastTo(x.Shape);
            results[0] = results[0] is { } dx ? dx + through : through;
        }

        return results[..node.Inputs.Count];
    }
}
