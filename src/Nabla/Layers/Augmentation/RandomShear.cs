namespace Nabla;

/// <summary>Slants images at random while training.</summary>
/// <remarks>Defaults are those of Keras' layer of this name.</remarks>
[Component("random_shear")]
public sealed class RandomShear : GeometricLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="xFactor">How far a row moves sideways from one to the next, in pixels. From −1 to 1.</param>
    /// <param name="yFactor">How far a column moves up or down from one to the next. From −1 to 1.</param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public RandomShear(
        FactorRange xFactor, FactorRange yFactor, FillMode fillMode = FillMode.Reflect,
        Interpolation interpolation = Interpolation.Bilinear, float fillValue = 0)
        : base(fillMode, interpolation, fillValue)
    {
        const string Advice = "1 slants by 45 degrees.";
        XFactor = xFactor.Within(-1, 1, nameof(xFactor), Advice);
        YFactor = yFactor.Within(-1, 1, nameof(yFactor), Advice);
    }

    /// <summary>How far a row moves sideways from one to the next.</summary>
    public FactorRange XFactor { get; }

    /// <summary>How far a column moves up or down from one to the next.</summary>
    public FactorRange YFactor { get; }

    private protected override AffineMap Map(Tensor images, CallContext context) =>
        AffineMap.Shear(XFactor.Draw(images, context, "x"), YFactor.Draw(images, context, "y"));
}
