namespace Nabla;

/// <summary>
/// Changes each image while training by a few operations chosen at random: rotation, translation, shear, brightness,
/// contrast, saturation, posterizing, solarizing, or none.
/// </summary>
/// <remarks>
/// All operations are equally likely, and none may come more than once. Their strength is drawn evenly up to
/// <c>factor</c> of the largest: 30°, 0.45 of the extent, a shear of 0.3, brightness, contrast and saturation by 0.9,
/// from 8 bits to 4, and white as the border from which on brightness is inverted, to black.
/// Source: E. D. Cubuk et al., RandAugment: practical automated data augmentation with a reduced search space, 2020.
/// </remarks>
[Component("rand_augment")]
public sealed class RandAugment : AugmentationLayer
{
    private const double LargestTurn = Math.PI / 6;
    private const double LargestMove = 0.45;
    private const double LargestShear = 0.3;
    private const double LargestColorChange = 0.9;
    private const int LargestBitLoss = 4;

    /// <summary>Creates the layer.</summary>
    /// <param name="operations">How many operations an image goes through; by default as in the paper.</param>
    /// <param name="factor">How strong they are at most, from 0, not at all, to 1.</param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandAugment(
        int operations = 2, float factor = 0.5f, float maximum = 1, FillMode fillMode = FillMode.Reflect)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(operations, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(operations, 16);
        Operations = operations;
        Factor = factor is >= 0 and <= 1
            ? factor
            : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The strength lies between 0 and 1.");
        Maximum = CheckedMaximum(maximum);
        FillMode = fillMode;
    }

    /// <summary>How many operations an image goes through.</summary>
    public int Operations { get; }

    /// <summary>How strong they are at most.</summary>
    public float Factor { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    /// <summary>What lies beyond the border of an image.</summary>
    public FillMode FillMode { get; }

    private enum Choice
    {
        None, Rotation, MoveAcross, MoveDown, ShearAcross, ShearDown, Brightness, Contrast, Posterize, Solarize,
        Saturation,
    }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        for (int i = 0; i < Operations; i++)
        {
            images = Once(images, context, i);
        }

        return images;
    }

    // Moves of all images are one sampling, by a matrix that is the identity where another operation was chosen.
    private Tensor Once(Tensor images, CallContext context, int number)
    {
        bool hasColors = images.Shape[3] == 3;
        int choices = hasColors ? (int)Choice.Saturation + 1 : (int)Choice.Saturation;
        Tensor choice = Tensor.RandomInteger(
            [images.Shape[0]], 0, choices, context.Key($"choice{number}"), context.Step);
        Tensor strength = FactorRange.FromDouble(Factor).Draw(images, context, $"strength{number}");
        Tensor For(Choice wanted, double largest) => choice.IsEqual((int)wanted).Where(strength * largest, 0);

        AffineMap map = AffineMap.Rotation(For(Choice.Rotation, LargestTurn))
            .Then(AffineMap.Shear(For(Choice.ShearAcross, LargestShear), For(Choice.ShearDown, LargestShear)))
            .Then(AffineMap.Translation(
                For(Choice.MoveAcross, LargestMove * images.Shape[2]),
                For(Choice.MoveDown, LargestMove * images.Shape[1])));
        Tensor moved = images.AffineSample(map.Matrices(images), FillMode);

        Tensor Factors(Choice wanted) => OverImages(For(wanted, LargestColorChange) + 1);
        Tensor y = (moved * Factors(Choice.Brightness)).Clamp(0, Maximum);
        y = ColorAdjustment.Contrast(y, Factors(Choice.Contrast), Maximum);
        y = hasColors ? ColorAdjustment.Saturation(y, Factors(Choice.Saturation), Maximum) : y;

        Tensor steps = OverImages((8 - (strength.Abs() * LargestBitLoss).Round()) * Math.Log(2)).Exp();
        Tensor posterized = (y * (1 / Maximum) * steps).Floor().Minimum(steps - 1) * Maximum / (steps - 1);
        y = OverImages(choice.IsEqual((int)Choice.Posterize)).Where(posterized, y);
        Tensor isBright = y >= OverImages(1 - strength.Abs()) * Maximum;
        return (OverImages(choice.IsEqual((int)Choice.Solarize)) & isBright).Where(Maximum - y, y);
    }
}
