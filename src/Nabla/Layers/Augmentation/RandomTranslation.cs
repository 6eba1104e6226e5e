namespace Nabla;

/// <summary>Moves images at random while training.</summary>
/// <remarks>Defaults are those of Keras' layer of this name.</remarks>
[Component("random_translation")]
public sealed class RandomTranslation : GeometricLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="heightFactor">How far down, in heights of the image. From −1 to 1.</param>
    /// <param name="widthFactor">How far to the right, in widths of the image. From −1 to 1.</param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public RandomTranslation(
        FactorRange heightFactor, FactorRange widthFactor, FillMode fillMode = FillMode.Reflect,
        Interpolation interpolation = Interpolation.Bilinear, float fillValue = 0)
        : base(fillMode, interpolation, fillValue)
    {
        const string Advice = "1 moves an image by its whole extent.";
        HeightFactor = heightFactor.Within(-1, 1, nameof(heightFactor), Advice);
        WidthFactor = widthFactor.Within(-1, 1, nameof(widthFactor), Advice);
    }

    /// <summary>How far down, in heights of the image.</summary>
    public FactorRange HeightFactor { get; }

    /// <summary>How far to the right, in widths of the image.</summary>
    public FactorRange WidthFactor { get; }

    private protected override AffineMap Map(Tensor images, CallContext context) => AffineMap.Translation(
        WidthFactor.Draw(images, context, "right") * images.Shape[2],
        HeightFactor.Draw(images, context, "down") * images.Shape[1]);
}
