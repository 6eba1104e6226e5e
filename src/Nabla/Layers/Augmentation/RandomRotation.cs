namespace Nabla;

/// <summary>Turns images at random while training.</summary>
/// <remarks>Defaults are those of Keras' layer of this name.</remarks>
[Component("random_rotation")]
public sealed class RandomRotation : GeometricLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">
    /// How far, in full turns counter-clockwise: 0.1 draws from −36° to 36°. From −1 to 1.
    /// </param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public RandomRotation(
        FactorRange factor, FillMode fillMode = FillMode.Reflect,
        Interpolation interpolation = Interpolation.Bilinear, float fillValue = 0)
        : base(fillMode, interpolation, fillValue) =>
        Factor = factor.Within(-1, 1, nameof(factor), "1 is a full turn.");

    /// <summary>How far, in full turns counter-clockwise.</summary>
    public FactorRange Factor { get; }

    private protected override AffineMap Map(Tensor images, CallContext context) =>
        AffineMap.Rotation(Factor.Draw(images, context, "angle") * Math.Tau);
}
