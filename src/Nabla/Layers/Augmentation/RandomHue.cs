namespace Nabla;

/// <summary>Turns the hues of images at random while training.</summary>
/// <remarks>Takes pixels to hue, saturation and value, adds to the hue, and takes them back; gray stays gray.</remarks>
[Component("random_hue")]
public sealed class RandomHue : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">
    /// How far, in turns of the color wheel, from −0.5 to 0.5: a third leads from red to green.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomHue(FactorRange factor) =>
        Factor = factor.Within(-0.5f, 0.5f, nameof(factor), "0.5 is half a turn, after which all hues are possible.");

    /// <summary>How far, in turns of the color wheel.</summary>
    public FactorRange Factor { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        ExpectColors(images);
        return ColorAdjustment.Hue(images, OverImages(Factor.Draw(images, context, "factor")));
    }
}
