namespace Nabla;

/// <summary>Changes brightness, contrast, saturation and hue of images at random while training.</summary>
/// <remarks>
/// Brightness multiplies, by 1 + factor; contrast is about the mean brightness of the image; all as PyTorch's
/// <c>ColorJitter</c>, but always in this order.
/// </remarks>
[Component("color_jitter")]
public sealed class ColorJitter : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="brightness">How much brighter; 0.2 draws from a fifth darker to a fifth brighter. From −1.</param>
    /// <param name="contrast">How much more contrast. From −1, none at all.</param>
    /// <param name="saturation">How much more color. From −1, none at all.</param>
    /// <param name="hue">How far hues turn, in turns of the color wheel. From −0.5 to 0.5.</param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public ColorJitter(
        FactorRange brightness = default, FactorRange contrast = default, FactorRange saturation = default,
        FactorRange hue = default, float maximum = 1)
    {
        const string Advice = "0.2 changes by up to a fifth in both directions.";
        Brightness = brightness.Within(-1, 10, nameof(brightness), Advice);
        Contrast = contrast.Within(-1, 10, nameof(contrast), Advice);
        Saturation = saturation.Within(-1, 10, nameof(saturation), Advice);
        Hue = hue.Within(-0.5f, 0.5f, nameof(hue), "0.5 is half a turn, after which all hues are possible.");
        Maximum = CheckedMaximum(maximum);
    }

    /// <summary>How much brighter.</summary>
    public FactorRange Brightness { get; }

    /// <summary>How much more contrast.</summary>
    public FactorRange Contrast { get; }

    /// <summary>How much more color.</summary>
    public FactorRange Saturation { get; }

    /// <summary>How far hues turn.</summary>
    public FactorRange Hue { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        ExpectColors(images);
        Tensor Factors(FactorRange range, string purpose) => OverImages(range.Draw(images, context, purpose) + 1);
        Tensor y = images;
        if (!Brightness.IsZero)
        {
            y = (y * Factors(Brightness, "brightness")).Clamp(0, Maximum);
        }

        if (!Contrast.IsZero)
        {
            Tensor mean = ColorAdjustment.Luminance(y).Mean([1, 2], keepAxes: true);
            y = ColorAdjustment.Blend(y, mean, Factors(Contrast, "contrast"), Maximum);
        }

        if (!Saturation.IsZero)
        {
            y = ColorAdjustment.Saturation(y, Factors(Saturation, "saturation"), Maximum);
        }

        return Hue.IsZero ? y : ColorAdjustment.Hue(y, OverImages(Hue.Draw(images, context, "hue")));
    }
}
