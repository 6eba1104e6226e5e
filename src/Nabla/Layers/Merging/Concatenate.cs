namespace Nabla;

/// <summary>Puts values one after another along an axis, as the branches of an inception block.</summary>
[Component("concatenate")]
public sealed class Concatenate : MergeLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="axis">The axis that grows, counted with the batch; the last by default, the channels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is 0, the batch.</exception>
    public Concatenate(int axis = -1)
    {
        if (axis == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(axis), axis,
                "Axis 0 is the batch, which has to stay as it is; join along another axis, such as -1.");
        }

        Axis = axis;
    }

    /// <summary>The axis that grows.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Shape first = inputs[0].Shape;
        if (Axis >= first.Rank || Axis <= -first.Rank)
        {
            throw new ShapeMismatchException(
                $"{Subject} joins along axis {Axis}, which {first} does not have beside its batch axis.", first);
        }

        foreach (Tensor input in inputs)
        {
            if (input.Rank != first.Rank || input.Shape.Without(Axis) != first.Without(Axis))
            {
                throw new ShapeMismatchException(
                    $"{Subject} along axis {Axis} needs all other axes alike but got {first} and {input.Shape}.",
                    first, input.Shape);
            }
        }

        return Tensor.Concat(inputs, Axis);
    }
}
