namespace Nabla.Comparison;

/// <summary>Angles and distances between vectors on the last axis.</summary>
internal static class Geometry
{
    // Below it lengths count as this, so that the zero vector has a finite gradient.
    private const double LeastSquare = 1e-16;

    /// <summary>The cosine of the angle between vectors [batch, …, features].</summary>
    public static Tensor Cosine(Tensor x, Tensor y, object owner)
    {
        if (x.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{owner} compares vectors [batch, …, features] but got {x.Shape}; give each example its features on "
                + "the last axis.", x.Shape);
        }

        Tensor squares = x.Square().Sum(-1) * y.Square().Sum(-1);
        return (x * y).Sum(-1) * squares.Maximum(LeastSquare).ReciprocalSqrt();
    }

    /// <summary>The Euclidean distance between vectors, a little more than 0 where they are equal.</summary>
    public static Tensor Distance(Tensor x, Tensor y) => (x - y + 1e-6).Square().Sum(-1).Sqrt();

    /// <summary>The vectors of groups [batch, count, features].</summary>
    public static Tensor[] Parts(Tensor predictions, int count, string what, object owner)
    {
        if (predictions.Rank != 3 || predictions.Shape[1] != count)
        {
            throw new ShapeMismatchException(
                $"{owner} expects predictions [batch, {count}, features], {what}, but got {predictions.Shape}; "
                + "stack the vectors with Tensor.Stack(…, axis: 1).", predictions.Shape);
        }

        return [.. Enumerable.Range(0, count).Select(i => predictions.Slice(1, i..(i + 1)).Squeeze(1))];
    }

    /// <summary>Targets of pairs: whether they belong together, [batch]; 1 is yes, 0 and −1 are no.</summary>
    public static Tensor AreAlike(Tensor predictions, Tensor targets, object owner) =>
        targets.Shape == [predictions.Shape[0]]
            ? targets > 0
            : throw new ShapeMismatchException(
                $"{owner} expects targets [{predictions.Shape[0]}], one a pair, but got {targets.Shape}; "
                + "give 1 for a yes, and 0 or -1 for a no.", predictions.Shape, targets.Shape);
}
