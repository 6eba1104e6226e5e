namespace Nabla;

/// <summary>Mirrors images at random while training; every second one, in each direction.</summary>
/// <remarks>The default is that of Keras' layer of this name.</remarks>
[Component("random_flip")]
public sealed class RandomFlip : AugmentationLayer
{
    private const double Share = 0.5;

    /// <summary>Creates the layer.</summary>
    /// <param name="mode">In which directions.</param>
    public RandomFlip(FlipMode mode = FlipMode.HorizontalAndVertical) => Mode = mode;

    /// <summary>In which directions.</summary>
    public FlipMode Mode { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        if (Mode is not FlipMode.Vertical)
        {
            images = Chosen(images, Share, context, "horizontal").Where(images.Flip(2), images);
        }

        return Mode is FlipMode.Horizontal
            ? images
            : Chosen(images, Share, context, "vertical").Where(images.Flip(1), images);
    }
}
