namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Brings each row of numbers to mean 0 and variance 1, then scales and shifts its places.</summary>
    /// <remarks>
    /// Computes <c>y = (x − mean) / √(variance + ε) · scale + offset</c> with the moments of the last axes, in one pass
    /// over memory, and its gradient in another.
    /// Source: J. L. Ba, J. R. Kiros, G. E. Hinton, Layer normalization, 2016.
    /// </remarks>
    /// <param name="scale">Of the shape of the last axes; ones by default.</param>
    /// <param name="offset">Of the shape of the last axes; zeros by default.</param>
    /// <param name="axes">How many of the last axes make a row.</param>
    /// <param name="epsilon">ε, which keeps rows that hardly vary from being blown up; 0 or more.</param>
    /// <exception cref="ShapeMismatchException">
    /// There are not so many axes, or a factor or summand is no row.
    /// </exception>
    /// <exception cref="DTypeMismatchException">This is not floating.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="epsilon"/> is negative, or <paramref name="axes"/> less than 1.
    /// </exception>
    public Tensor LayerNormalize(
        Tensor? scale = null, Tensor? offset = null, int axes = 1, double epsilon = 1e-3) // this: […, features…]
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(axes, 1);
        var subject = new NormalizationArguments(nameof(LayerNormalize), this, epsilon);
        subject.CheckRank(axes, $"[…, features…] of {axes} axes or more");
        Tensor factors = subject.Vector(scale, 1, nameof(scale), axes);
        Tensor summands = subject.Vector(offset, 0, nameof(offset), axes);
        return Shape.ElementCount == 0
            ? this
            : new RowNormalizeOp(IsCentered: true, epsilon).Record(subject.Rows(axes), factors, summands).Outputs[0]
                .Reshape(Shape);
    }
}
