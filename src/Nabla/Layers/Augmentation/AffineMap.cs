namespace Nabla;

/// <summary>
/// Where pixels of a picture come from: for each image, an affine map from positions in the picture to positions in
/// the image, both measured from the middle.
/// </summary>
/// <param name="Xx">How far x moves x, [batch], like the others.</param>
/// <param name="Xy">How far y moves x.</param>
/// <param name="X0">Where x starts.</param>
/// <param name="Yx">How far x moves y.</param>
/// <param name="Yy">How far y moves y.</param>
/// <param name="Y0">Where y starts.</param>
internal sealed record AffineMap(Tensor Xx, Tensor Xy, Tensor X0, Tensor Yx, Tensor Yy, Tensor Y0)
{
    /// <summary>Turns counter-clockwise, as seen with y pointing down.</summary>
    /// <param name="angles">In radians.</param>
    public static AffineMap Rotation(Tensor angles)
    {
        Tensor cosine = angles.Cos(), sine = angles.Sin(), zero = angles.ZerosLike();
        return new AffineMap(cosine, -sine, zero, sine, cosine, zero);
    }

    /// <summary>Moves to the right and down, in pixels.</summary>
    public static AffineMap Translation(Tensor right, Tensor down)
    {
        Tensor zero = right.ZerosLike(), one = right.OnesLike();
        return new AffineMap(one, zero, -right, zero, one, -down);
    }

    /// <summary>Shows so many times more of the image: what is shown shrinks.</summary>
    public static AffineMap Zoom(Tensor across, Tensor down)
    {
        Tensor zero = across.ZerosLike();
        return new AffineMap(across, zero, zero, zero, down, zero);
    }

    /// <summary>Slants rows and columns: x moves with y, and y with x.</summary>
    public static AffineMap Shear(Tensor across, Tensor down)
    {
        Tensor zero = across.ZerosLike(), one = across.OnesLike();
        return new AffineMap(one, across, zero, down, one, zero);
    }

    /// <summary>This change of the image, then another one of the picture that it gives.</summary>
    public AffineMap Then(AffineMap next) => new(
        (Xx * next.Xx) + (Xy * next.Yx), (Xx * next.Xy) + (Xy * next.Yy), (Xx * next.X0) + (Xy * next.Y0) + X0,
        (Yx * next.Xx) + (Yy * next.Yx), (Yx * next.Xy) + (Yy * next.Yy), (Yx * next.X0) + (Yy * next.Y0) + Y0);

    /// <summary>The map in pixels of images, counted from their corner: [batch, 2, 3].</summary>
    /// <param name="images">[batch, height, width, channels].</param>
    public Tensor Matrices(Tensor images)
    {
        double middleX = (images.Shape[2] - 1) / 2.0, middleY = (images.Shape[1] - 1) / 2.0;
        Tensor x0 = X0 - (Xx * middleX) - (Xy * middleY) + middleX;
        Tensor y0 = Y0 - (Yx * middleX) - (Yy * middleY) + middleY;
        return Tensor.Stack([Xx, Xy, x0, Yx, Yy, y0], axis: 1).Reshape(images.Shape[0], 2, 3);
    }
}
