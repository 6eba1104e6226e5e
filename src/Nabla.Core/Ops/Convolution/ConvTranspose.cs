namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// The transpose of a convolution: spreads each pixel over a window, so that images grow by the stride.
    /// </summary>
    /// <remarks>
    /// It is the gradient of <see cref="Conv"/> with respect to its images: where a convolution with the same numbers
    /// makes images of this size out of larger ones, this goes back to the larger size.
    /// </remarks>
    /// <param name="kernel">
    /// [size…, filters / groups, channels], as in Keras; this is [batch, spatial…, channels].
    /// </param>
    /// <param name="strides">One for each spatial axis, one for all, or none for 1.</param>
    /// <param name="padding">What is cut off around the result; nothing by default.</param>
    /// <param name="outputPadding">
    /// What is added after each axis of the result, less than the stride: several sizes shrink to the same one, and
    /// this chooses between them. One for each spatial axis, one for all, or none for 0; not with
    /// <see cref="Padding.Same"/> or <see cref="Padding.Causal"/>, which make the result exactly stride times as large.
    /// </param>
    /// <param name="dilations">One for each spatial axis, one for all, or none for 1.</param>
    /// <param name="groups">How many parts the channels are cut into.</param>
    /// <returns>[batch, (spatial − 1) · stride + reach − padding + outputPadding…, filters].</returns>
    /// <exception cref="ShapeMismatchException">
    /// Ranks or channels do not meet, groups do not divide them, or the padding leaves nothing of the result.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The padding is of something else than zeros, or settles the size beside an output padding.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is less than 1, or an output padding is not less than its stride.
    /// </exception>
    public Tensor ConvTranspose(
        Tensor kernel, ReadOnlySpan<long> strides = default, Padding? padding = null,
        ReadOnlySpan<long> outputPadding = default, ReadOnlySpan<long> dilations = default, int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        padding ??= Padding.Valid;
        if (padding.Mode is not PaddingMode.Zeros)
        {
            throw new ArgumentException(
                $"ConvTranspose cuts its padding off, so it cannot be {padding}; take zeros.", nameof(padding));
        }

        if (Rank < 3 || kernel.Rank != Rank || kernel.Shape[-1] != Shape[-1] || Shape[-1] % groups != 0)
        {
            throw new ShapeMismatchException(
                "ConvTranspose takes images [batch, spatial…, channels] and a kernel [size…, filters / groups, "
                + $"channels], whose channels {groups} groups divide, but got {Shape} and {kernel.Shape}.",
                Shape, kernel.Shape);
        }

        DType dtype = DTypes.Promote(DType, kernel.DType);
        TransposedWindow window = TransposedWindow.Of(
            Shape, kernel.Shape.Extents[..^2], strides, padding, outputPadding, dilations);
        return new ConvInputGradientOp(window.Window, groups, window.Spatial).Apply(Cast(dtype), kernel.Cast(dtype));
    }
}
