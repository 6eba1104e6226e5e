namespace Nabla.Comparison;

/// <summary>Weights of examples, laid beside what they weigh.</summary>
internal static class SampleWeights
{
    /// <summary>The weights with the rank and type of the elements that they are to be multiplied with.</summary>
    /// <remarks>
    /// Weights [batch] weigh whole examples, [batch, time] whole steps: they lie on the outermost axes, where
    /// broadcasting aligns the innermost.
    /// </remarks>
    /// <param name="weights">As many axes as the elements or fewer; each extent equal or 1.</param>
    /// <param name="elements">The shape of what is weighed: [batch, …].</param>
    /// <param name="dtype">The type to compute in.</param>
    /// <param name="owner">Who weighs, for the message.</param>
    public static Tensor Align(Tensor weights, Shape elements, DType dtype, object owner)
    {
        if (!Fits(weights.Shape, elements))
        {
            string advice = weights.Shape.ElementCount == elements.ElementCount
                ? $"reshape them, as in weights.Reshape({elements})"
                : elements.Rank > 0 && weights.Shape.ElementCount == elements[0]
                    ? $"reshape them, as in weights.Reshape([{elements[0]}])"
                    : "give one weight an example";
            throw new ShapeMismatchException(
                $"{owner} expects weights that go with {elements}, such as one an example, but got {weights.Shape}; "
                + $"{advice}.", weights.Shape, elements);
        }

        Shape shape = weights.Shape;
        for (int axis = shape.Rank; axis < elements.Rank; axis++)
        {
            shape = shape.Insert(axis, 1);
        }

        return weights.Cast(dtype).Reshape(shape).StopGradient();
    }

    private static bool Fits(Shape weights, Shape elements) => weights.Rank <= elements.Rank
        && Enumerable.Range(0, weights.Rank).All(axis => weights[axis] == 1 || weights[axis] == elements[axis]);
}
