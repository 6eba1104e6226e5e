namespace Nabla;

/// <summary>Makes colors stronger or weaker at random while training.</summary>
/// <remarks>Computes <c>clamp(gray + (x − gray) · (1 + factor), 0, maximum)</c> with the brightness of each pixel, as
/// PyTorch's
/// <c>ColorJitter</c> does. Factor 0 leaves colors alone; in Keras 0.5 does.</remarks>
[Component("random_saturation")]
public sealed class RandomSaturation : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">
    /// How much more color, from −1, none at all; 0.2 draws from a fifth less to a fifth more.
    /// </param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomSaturation(FactorRange factor, float maximum = 1)
    {
        Factor = factor.Within(-1, 10, nameof(factor), "-1 makes images gray, 1 doubles their saturation.");
        Maximum = CheckedMaximum(maximum);
    }

    /// <summary>How much more color.</summary>
    public FactorRange Factor { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        ExpectColors(images);
        Tensor factors = OverImages(Factor.Draw(images, context, "factor") + 1);
        return ColorAdjustment.Saturation(images, factors, Maximum);
    }
}
