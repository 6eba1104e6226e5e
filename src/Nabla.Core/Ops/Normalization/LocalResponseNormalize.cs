namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Divides each number by the strength of its neighbours in the channels beside it.</summary>
    /// <remarks>
    /// Computes <c>y = x / (k + α / size · Σ x²)^β</c> with the sum over the <c>size</c> channels that begin
    /// <c>size / 2</c> before; channels that are not there count as zero.
    /// Source: A. Krizhevsky, I. Sutskever, G. E. Hinton, ImageNet classification with deep convolutional neural
    /// networks, 2012, section 3.3.
    /// </remarks>
    /// <param name="size">How many channels are taken together.</param>
    /// <param name="alpha">α, how much their mean square counts.</param>
    /// <param name="beta">β, the exponent.</param>
    /// <param name="k">What is added.</param>
    /// <exception cref="ShapeMismatchException">This is not [batch, …, channels].</exception>
    /// <exception cref="DTypeMismatchException">This is not floating.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="size"/> is less than 1, or another number is negative or not finite.
    /// </exception>
    public Tensor LocalResponseNormalize(int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var subject = new NormalizationArguments(nameof(LocalResponseNormalize), this, epsilon: 0);
        subject.CheckRank(2, "[batch, …, channels]");
        CheckNumber(alpha, nameof(alpha));
        CheckNumber(beta, nameof(beta));
        CheckNumber(k, nameof(k));

        // No channel has more neighbours than there are channels.
        int most = (int)Math.Min(Math.Max(Shape[-1] - 1, 0), int.MaxValue);
        Tensor strength = new WindowSumOp(Math.Min(size / 2, most), Math.Min((size - 1) / 2, most)).Apply(Square());
        return this * (strength * (alpha / size) + k).Pow(-beta);

        static void CheckNumber(double number, string name)
        {
            if (!(number >= 0 && double.IsFinite(number)))
            {
                throw new ArgumentOutOfRangeException(
                    name, number, $"{nameof(LocalResponseNormalize)} takes finite numbers of 0 or more as {name}.");
            }
        }
    }
}
