namespace Nabla;

/// <summary>A layer on batches of images, channels last; bytes become floats of the same size.</summary>
/// <remarks>Takes [batch, height, width, channels], or [batch, height, width] of one channel.</remarks>
public abstract class ImageLayer : Layer
{
    private const int ChannelAxis = 3;

    private protected ImageLayer()
    {
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (x.Rank is not (3 or 4))
        {
            throw new ShapeMismatchException(
                $"{Subject} takes images [batch, height, width, channels] or [batch, height, width] but got {x.Shape}; "
                + "put it before the layer that flattens, and give a single image a batch axis with ExpandAxis(0).",
                x.Shape);
        }

        Tensor images = x.DType.IsFloating ? x : x.Cast(DType.Float32);
        return x.Rank == 4
            ? Change(images, context)
            : Change(images.ExpandAxis(ChannelAxis), context).Squeeze(ChannelAxis);
    }

    /// <summary>The layer's function.</summary>
    /// <param name="images">[batch, height, width, channels], floating-point numbers.</param>
    /// <param name="context">Whether this is training, and with which random numbers.</param>
    private protected abstract Tensor Change(Tensor images, CallContext context);

    /// <summary>Throws unless images have the three channels that colors are made of.</summary>
    private protected void ExpectColors(Tensor images)
    {
        if (images.Shape[ChannelAxis] != 3)
        {
            throw new ShapeMismatchException(
                $"{Subject} takes images of the three channels red, green and blue but got {images.Shape}; "
                + "leave it out for gray images.", images.Shape);
        }
    }

    /// <summary>Truth values, one for each image and true with some probability, that broadcast over images.</summary>
    private protected static Tensor Chosen(Tensor images, double probability, CallContext context, string purpose) =>
        OverImages(Tensor.RandomBernoulli([images.Shape[0]], probability, context.Key(purpose), context.Step));

    /// <summary>One number for each image, so that it broadcasts over images.</summary>
    private protected static Tensor OverImages(Tensor numbers) => numbers.Reshape(numbers.Shape[0], 1, 1, 1);

    private protected static float CheckedProbability(float probability, string parameter) =>
        probability is >= 0 and <= 1 ? probability : throw new ArgumentOutOfRangeException(
            parameter, probability, "A probability lies between 0, never, and 1, always, such as 0.5.");

    private protected static float CheckedMaximum(float maximum) => maximum > 0 && float.IsFinite(maximum)
        ? maximum
        : throw new ArgumentOutOfRangeException(
            nameof(maximum), maximum, "The value of white is 1 where pixels run from 0 to 1, and 255 for bytes.");
}
