namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Brings each channel to mean 0 and variance 1 over the whole batch, then scales and shifts it.</summary>
    /// <remarks>
    /// Computes <c>y = (x − mean) / √(variance + ε) · scale + offset</c> with the moments of all but the last axis; the
    /// variance is divided by their number. Where moments are known already, as in inference, fold them into two
    /// vectors and call <see cref="MultiplyAdd(Tensor, Tensor)"/>.
    /// Source: S. Ioffe, C. Szegedy, Batch normalization, 2015.
    /// </remarks>
    /// <param name="scale">[channels]; ones by default.</param>
    /// <param name="offset">[channels]; zeros by default.</param>
    /// <param name="epsilon">ε, which keeps channels that hardly vary from being blown up; 0 or more.</param>
    /// <returns>The result, of the shape of this, and the moments, [channels] each.</returns>
    /// <exception cref="ShapeMismatchException">
    /// There is nothing to take moments of, or a vector is no [channels].
    /// </exception>
    /// <exception cref="DTypeMismatchException">This is not floating.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is negative.</exception>
    public (Tensor Result, Tensor Mean, Tensor Variance) BatchNormalize(
        Tensor? scale = null, Tensor? offset = null, double epsilon = 1e-3) // this: [batch, …, channels]
    {
        var subject = new NormalizationArguments(nameof(BatchNormalize), this, epsilon);
        subject.CheckRank(2, "[batch, …, channels]");
        long channels = Shape[-1], rows = subject.RowsBeforeLast(0);
        if (rows == 0)
        {
            throw new ShapeMismatchException(
                $"{subject} has no rows to take mean and variance of in {Shape}; check for an empty batch.", Shape);
        }

        IReadOnlyList<Tensor> results = new NormalizeOp(Math.Max(channels, 1), epsilon).Record(
            Reshape(1, rows, channels), subject.Vector(scale, 1, nameof(scale)),
            subject.Vector(offset, 0, nameof(offset))).Outputs;
        return (results[0].Reshape(Shape), results[1].Reshape(channels), results[2].Reshape(channels));
    }
}
