namespace Nabla;

/// <summary>Shows images larger or smaller at random while training.</summary>
/// <remarks>Defaults are those of Keras' layer of this name.</remarks>
[Component("random_zoom")]
public sealed class RandomZoom : GeometricLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="heightFactor">
    /// How much more of the height is shown: 0.2 shows 20 % more, so that all looks smaller; −0.2 shows 20 % less.
    /// More than −1, up to 10.
    /// </param>
    /// <param name="widthFactor">
    /// The same for the width; by default as the height, so that nothing is distorted.
    /// </param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public RandomZoom(
        FactorRange heightFactor, FactorRange? widthFactor = null, FillMode fillMode = FillMode.Reflect,
        Interpolation interpolation = Interpolation.Bilinear, float fillValue = 0)
        : base(fillMode, interpolation, fillValue)
    {
        const string Advice = "0.2 shows a fifth more, -0.2 a fifth less.";
        HeightFactor = heightFactor.Within(Least, Most, nameof(heightFactor), Advice);
        WidthFactor = widthFactor?.Within(Least, Most, nameof(widthFactor), Advice);
    }

    /// <summary>How much more of the height is shown.</summary>
    public FactorRange HeightFactor { get; }

    /// <summary>How much more of the width is shown; null is as much as of the height.</summary>
    public FactorRange? WidthFactor { get; }

    private const float Least = -0.99f;
    private const float Most = 10;

    private protected override AffineMap Map(Tensor images, CallContext context)
    {
        Tensor down = HeightFactor.Draw(images, context, "height") + 1;
        return AffineMap.Zoom(WidthFactor is { } factor ? factor.Draw(images, context, "width") + 1 : down, down);
    }
}
