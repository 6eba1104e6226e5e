namespace Nabla;

/// <summary>
/// A layer that joins values of one shape element by element, first with second, the result with third, ….
/// </summary>
public abstract class ElementwiseMerge : MergeLayer
{
    /// <inheritdoc/>
    protected sealed override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Tensor merged = inputs[0];
        foreach (Tensor input in inputs.Skip(1))
        {
            CheckSizes(merged.Shape, input.Shape);
            merged = Join(merged, input);
        }

        return Finish(merged, inputs.Count);
    }

    /// <summary>Joins two values.</summary>
    protected abstract Tensor Join(Tensor left, Tensor right);

    /// <summary>What is done to the joined values in the end; nothing by default.</summary>
    /// <param name="merged">All values, joined.</param>
    /// <param name="count">How many they were.</param>
    protected virtual Tensor Finish(Tensor merged, int count) => merged;

    // An axis of 1 stands for any number, as everywhere; other differences are mistakes.
    private void CheckSizes(Shape left, Shape right)
    {
        bool isAlike = left.Rank == right.Rank && Enumerable.Range(0, left.Rank)
            .All(axis => left[axis] == right[axis] || left[axis] == 1 || right[axis] == 1);
        if (!isAlike)
        {
            throw new ShapeMismatchException(
                $"{Subject} joins values of one shape but got {left} and {right}; "
                + "bring them to one shape before, as with a Dense or Reshape layer.", left, right);
        }
    }
}
