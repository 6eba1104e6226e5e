namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Divides each row of numbers by the root of their mean square, then scales each of its places.</summary>
    /// <remarks>
    /// Computes <c>y = x / √(mean(x²) + ε) · scale</c> over the last axes, in one pass over memory, and its gradient in
    /// another.
    /// Source: B. Zhang, R. Sennrich, Root mean square layer normalization, 2019.
    /// </remarks>
    /// <param name="scale">Of the shape of the last axes; ones by default.</param>
    /// <param name="axes">How many of the last axes make a row.</param>
    /// <param name="epsilon">ε, which keeps rows of small numbers from being blown up; 0 or more.</param>
    /// <exception cref="ShapeMismatchException">There are not so many axes, or the factor is no row.</exception>
    /// <exception cref="DTypeMismatchException">This is not floating.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="epsilon"/> is negative, or <paramref name="axes"/> less than 1.
    /// </exception>
    public Tensor RmsNormalize(Tensor? scale = null, int axes = 1, double epsilon = 1e-6) // this: […, features…]
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(axes, 1);
        var subject = new NormalizationArguments(nameof(RmsNormalize), this, epsilon);
        subject.CheckRank(axes, $"[…, features…] of {axes} axes or more");
        Tensor factors = subject.Vector(scale, 1, nameof(scale), axes);
        return Shape.ElementCount == 0
            ? this
            : new RowNormalizeOp(IsCentered: false, epsilon).Record(subject.Rows(axes), factors).Outputs[0]
                .Reshape(Shape);
    }
}
