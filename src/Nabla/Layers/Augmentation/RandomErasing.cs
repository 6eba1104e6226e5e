namespace Nabla;

/// <summary>Blots a rectangle out of some images while training.</summary>
/// <remarks>
/// Its area is a share of the image's, evenly drawn; the logarithm of height over width too. Where it would not fit it
/// is cut to the image. Defaults are those of PyTorch.
/// Source: Z. Zhong et al., Random erasing data augmentation, 2020.
/// </remarks>
[Component("random_erasing")]
public sealed class RandomErasing : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="probability">How likely an image loses a rectangle.</param>
    /// <param name="scale">The rectangle's share of the image; by default from 0.02 to 0.33.</param>
    /// <param name="ratio">Its height over its width; by default from 0.3 to 3.3.</param>
    /// <param name="fillValue">What stands there afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomErasing(
        float probability = 0.5f, FactorRange? scale = null, FactorRange? ratio = null, float fillValue = 0)
    {
        Probability = CheckedProbability(probability, nameof(probability));
        Scale = (scale ?? (0.02f, 0.33f)).Within(0, 1, nameof(scale), "0.1 is a tenth of the image.");
        Ratio = (ratio ?? (0.3f, 3.3f)).Within(0.001f, 1000, nameof(ratio), "1 is a square.");
        FillValue = fillValue;
    }

    /// <summary>How likely an image loses a rectangle.</summary>
    public float Probability { get; }

    /// <summary>The rectangle's share of the image.</summary>
    public FactorRange Scale { get; }

    /// <summary>The rectangle's height over its width.</summary>
    public FactorRange Ratio { get; }

    /// <summary>What stands there afterwards.</summary>
    public float FillValue { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        long height = images.Shape[1], width = images.Shape[2];
        Tensor area = Scale.Draw(images, context, "area") * (height * width);
        var logarithms = new FactorRange(Math.Log(Ratio.Lower), Math.Log(Ratio.Upper));
        Tensor ratio = logarithms.Draw(images, context, "ratio").Exp();
        Tensor rows = (area * ratio).Sqrt().Round().Clamp(1, height);
        Tensor columns = (area / ratio).Sqrt().Round().Clamp(1, width);
        Tensor top = (Share(images, context, "top") * (height + 1 - rows)).Floor();
        Tensor left = (Share(images, context, "left") * (width + 1 - columns)).Floor();
        Tensor isErased = ImageBoxes.Inside(images.Shape, top, left, rows, columns)
            & Chosen(images, Probability, context, "erased");
        return isErased.Where(FillValue, images);
    }

    private static Tensor Share(Tensor images, CallContext context, string purpose) =>
        new FactorRange(0, 1).Draw(images, context, purpose);
}
