namespace Nabla;

/// <summary>Makes images brighter or darker at random while training.</summary>
/// <remarks>
/// Computes <c>clamp(x + factor · maximum, 0, maximum)</c>, as Keras' layer of this name, whose images run to 255.
/// </remarks>
[Component("random_brightness")]
public sealed class RandomBrightness : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">How much of white is added, from −1, all black, to 1.</param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomBrightness(FactorRange factor, float maximum = 1)
    {
        Factor = factor.Within(-1, 1, nameof(factor), "0.2 adds up to a fifth of white.");
        Maximum = CheckedMaximum(maximum);
    }

    /// <summary>How much of white is added.</summary>
    public FactorRange Factor { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        Tensor added = OverImages(Factor.Draw(images, context, "factor")) * Maximum;
        return (images + added).Clamp(0, Maximum);
    }
}
