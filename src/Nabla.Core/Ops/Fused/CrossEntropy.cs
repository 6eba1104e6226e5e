using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The cross-entropy of each row of scores with its label.</summary>
    /// <remarks>Computes <c>loss[i] = ln Σⱼ e^x[i, j] − x[i, label[i]]</c> in one pass, without overflow.</remarks>
    /// <param name="labels">
    /// [batch…]: int32 or int64, from 0 to classes; this is [batch…, classes], scores before any softmax.
    /// </param>
    /// <returns>[batch…].</returns>
    /// <exception cref="ShapeMismatchException">
    /// The labels do not have the shape of the scores without their last axis.
    /// </exception>
    /// <exception cref="DTypeMismatchException">The labels are no integers.</exception>
    /// <exception cref="LabelOutOfRangeException">When it runs: a label names no class.</exception>
    public Tensor CrossEntropy(Tensor labels)
    {
        labels = IndexedAccess.AsIndices(labels);
        if (Rank == 0 || labels.Shape != Shape.Without(-1))
        {
            throw new ShapeMismatchException(
                $"CrossEntropy takes one label for each row of scores: for scores {Shape} "
                + $"labels of shape {(Rank == 0 ? "none" : Shape.Without(-1))}, but got {labels.Shape}; "
                + "for labels that are probabilities, use -(target * LogSoftmax()).Sum(-1).", Shape, labels.Shape);
        }

        Tensor rows = AsFloating().Reshape(labels.Shape.ElementCount, Shape[-1]);
        return new CrossEntropyOp().Apply(rows, labels.Flatten()).Reshape(labels.Shape);
    }
}

/// <summary>[rows, classes] and labels [rows] to losses [rows] and, saved for the gradient, ln Σ eˣ [rows].</summary>
internal sealed record CrossEntropyOp : FusedOp
{
    public override int OutputCount => 2;

    public override bool CanFail => true;

    public override bool HasOwnGradient => true;

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0], labels = inputs[1];
        if (labels.DType is not (DType.Int32 or DType.Int64))
        {
            throw new DTypeMismatchException(
                $"{Subject} takes int32 or int64 labels but got {labels.Spec}; cast them with Cast(DType.Int32).",
                labels.DType);
        }

        return x.DType.IsFloating && x.Rank == 2 && labels.Shape == x.Shape.Without(1)
            ? new TensorSpec(x.DType, labels.Shape)
            : throw new ShapeMismatchException(
                $"{Subject} takes [rows, classes] and [rows] but got {x.Spec} and {labels.Spec}.",
                x.Shape, labels.Shape);
    }

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], labels = new LabelCheckOp(Name, x.Shape[1]).Apply(inputs[1]);
        Tensor logSum = x.Shape.ElementCount == 0 ? x.Sum([1], keepAxes: true) : x.LogSumExp([1], keepAxes: true);
        return [(logSum - x.TakeAlong(labels.ExpandAxis(1), 1)).Squeeze(1), logSum.Squeeze(1)];
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], logSum = node.Outputs[1];
        Tensor? dx = gradients[0] is { } dloss
            ? new CrossEntropyGradientOp().Apply(x, node.Inputs[1], logSum, dloss)
            : null;

        // Only gradients of gradients flow through the saved sum.
        Tensor? through = gradients[1] is { } dlogSum ? (x - logSum.ExpandAxis(1)).Exp() * dlogSum.ExpandAxis(1) : null;
        return [dx is null ? through : through is null ? dx : dx + through, null];
    }
}
