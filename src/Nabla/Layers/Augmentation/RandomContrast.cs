namespace Nabla;

/// <summary>Makes the contrast of images stronger or weaker at random while training.</summary>
/// <remarks>Computes <c>clamp(mean + (x − mean) · (1 + factor), 0, maximum)</c> with the mean of each image and
/// channel, as Keras' layer of
/// this name, whose images run to 255.</remarks>
[Component("random_contrast")]
public sealed class RandomContrast : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">
    /// How much more contrast, from −1, none at all; 0.2 draws from a fifth less to a fifth more.
    /// </param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomContrast(FactorRange factor, float maximum = 1)
    {
        Factor = factor.Within(-1, 10, nameof(factor), "0.2 makes contrasts up to a fifth stronger or weaker.");
        Maximum = CheckedMaximum(maximum);
    }

    /// <summary>How much more contrast.</summary>
    public FactorRange Factor { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        Tensor factors = OverImages(Factor.Draw(images, context, "factor") + 1);
        return ColorAdjustment.Contrast(images, factors, Maximum);
    }
}
