namespace Nabla;

/// <summary>
/// Turns, slants, zooms and moves images at random while training, in one step: pixels are mixed once and not four
/// times, which is sharper and faster than one layer after another.
/// </summary>
/// <remarks>In this order: rotation, shear, zoom, translation, each about the middle of the image.</remarks>
/// <example><code>new RandomAffine(rotation: 0.05f, translation: 0.1f, zoom: 0.1f)</code></example>
[Component("random_affine")]
public sealed class RandomAffine : GeometricLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="rotation">How far, in full turns counter-clockwise. From −1 to 1.</param>
    /// <param name="translation">How far, in heights and widths of the image. From −1 to 1.</param>
    /// <param name="zoom">How much more is shown, in both directions alike. More than −1, up to 10.</param>
    /// <param name="shear">How far a row moves sideways from one to the next, in pixels. From −1 to 1.</param>
    /// <param name="fillMode">What lies beyond the border of an image.</param>
    /// <param name="interpolation">How values between pixels are made.</param>
    /// <param name="fillValue">The constant of <see cref="FillMode.Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public RandomAffine(
        FactorRange rotation = default, FactorRange translation = default, FactorRange zoom = default,
        FactorRange shear = default, FillMode fillMode = FillMode.Reflect,
        Interpolation interpolation = Interpolation.Bilinear, float fillValue = 0)
        : base(fillMode, interpolation, fillValue)
    {
        Rotation = rotation.Within(-1, 1, nameof(rotation), "1 is a full turn.");
        Translation = translation.Within(-1, 1, nameof(translation), "1 moves an image by its whole extent.");
        Zoom = zoom.Within(-0.99f, 10, nameof(zoom), "0.2 shows a fifth more, -0.2 a fifth less.");
        Shear = shear.Within(-1, 1, nameof(shear), "1 slants by 45 degrees.");
    }

    /// <summary>How far images are turned, in full turns counter-clockwise.</summary>
    public FactorRange Rotation { get; }

    /// <summary>How far images are moved, in their heights and widths.</summary>
    public FactorRange Translation { get; }

    /// <summary>How much more is shown.</summary>
    public FactorRange Zoom { get; }

    /// <summary>How far a row moves sideways from one to the next.</summary>
    public FactorRange Shear { get; }

    private protected override AffineMap Map(Tensor images, CallContext context)
    {
        AffineMap map = AffineMap.Rotation(Rotation.Draw(images, context, "rotation") * Math.Tau);
        if (!Shear.IsZero)
        {
            Tensor shear = Shear.Draw(images, context, "shear");
            map = map.Then(AffineMap.Shear(shear, shear.ZerosLike()));
        }

        if (!Zoom.IsZero)
        {
            Tensor zoom = Zoom.Draw(images, context, "zoom") + 1;
            map = map.Then(AffineMap.Zoom(zoom, zoom));
        }

        return Translation.IsZero
            ? map
            : map.Then(AffineMap.Translation(
                Translation.Draw(images, context, "right") * images.Shape[2],
                Translation.Draw(images, context, "down") * images.Shape[1]));
    }
}
