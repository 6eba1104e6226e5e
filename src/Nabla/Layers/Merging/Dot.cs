namespace Nabla;

/// <summary>The inner product of two values over their last axis, or the cosine of the angle between them.</summary>
/// <remarks>[batch, n] and [batch, n] give [batch, 1].</remarks>
[Component("dot")]
public sealed class Dot : MergeLayer
{
    // Keras' guard against vectors of length zero.
    private const double Epsilon = 1e-12;

    /// <summary>Creates the layer.</summary>
    /// <param name="normalize">Whether both are brought to length 1 before: the cosine of the angle.</param>
    public Dot(bool normalize = false) => Normalize = normalize;

    /// <summary>Whether both are brought to length 1 before.</summary>
    public bool Normalize { get; }

    /// <inheritdoc/>
    protected override Tensor Merge(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs is not [{ } left, { } right] || left.Shape != right.Shape || left.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"{Subject} takes two values [batch, …, features] of one shape but got "
                + $"{string.Join(" and ", inputs.Select(input => input.Shape))}.",
                [.. inputs.Select(input => input.Shape)]);
        }

        return Normalize
            ? (UnitLength(left) * UnitLength(right)).Sum([-1], keepAxes: true)
            : (left * right).Sum([-1], keepAxes: true);
    }

    private static Tensor UnitLength(Tensor x) =>
        x / x.Square().Sum([-1], keepAxes: true).Maximum(Epsilon).Sqrt();
}
