namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// Brings groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel.
    /// </summary>
    /// <remarks>
    /// Computes <c>y = (x − mean) / √(variance + ε) · scale + offset</c> with the moments of all places and
    /// neighbouring channels of a group. As many groups as channels make an instance normalization.
    /// Source: Y. Wu, K. He, Group normalization, 2018.
    /// </remarks>
    /// <param name="groups">How many groups there are; divides the channels.</param>
    /// <param name="scale">[channels]; ones by default.</param>
    /// <param name="offset">[channels]; zeros by default.</param>
    /// <param name="epsilon">ε, which keeps what hardly varies from being blown up; 0 or more.</param>
    /// <exception cref="ShapeMismatchException">
    /// Groups do not divide the channels, or a vector is no [channels].
    /// </exception>
    /// <exception cref="DTypeMismatchException">This is not floating.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="epsilon"/> is negative, or <paramref name="groups"/> less than 1.
    /// </exception>
    public Tensor GroupNormalize(
        long groups, Tensor? scale = null, Tensor? offset = null, double epsilon = 1e-3) // this: [batch, …, channels]
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        var subject = new NormalizationArguments(nameof(GroupNormalize), this, epsilon);
        subject.CheckRank(2, "[batch, …, channels]");
        long channels = Shape[-1], rows = subject.RowsBeforeLast(1);
        if (channels % groups != 0)
        {
            throw new ShapeMismatchException(
                $"{subject} cannot divide the {channels} channels of {Shape} into {groups} equal groups; "
                + "choose a number of groups that divides the channels.", Shape);
        }

        Tensor factors = subject.Vector(scale, 1, nameof(scale)), summands = subject.Vector(offset, 0, nameof(offset));
        return Shape.ElementCount == 0
            ? this
            : new NormalizeOp(groups, epsilon).Record(Reshape(Shape[0], rows, channels), factors, summands)
                .Outputs[0].Reshape(Shape);
    }
}
