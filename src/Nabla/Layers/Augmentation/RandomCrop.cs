namespace Nabla;

/// <summary>Cuts a part out of images: one at random while training, the middle while predicting.</summary>
[Component("random_crop")]
public sealed class RandomCrop : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="height">Rows that stay.</param>
    /// <param name="width">Columns that stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">An extent is less than 1.</exception>
    public RandomCrop(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Height, Width) = (height, width);
    }

    /// <summary>Rows that stay.</summary>
    public int Height { get; }

    /// <summary>Columns that stay.</summary>
    public int Width { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        CenterCrop.CheckFits(images, Height, Width, Subject);
        Tensor left = Start(images, images.Shape[2] - Width, context, "left");
        Tensor top = Start(images, images.Shape[1] - Height, context, "top");
        Tensor zero = left.ZerosLike(), one = left.OnesLike();
        Tensor matrices = Tensor.Stack([one, zero, left, zero, one, top], axis: 1).Reshape(images.Shape[0], 2, 3);
        return images.AffineSample(
            matrices, FillMode.Nearest, Interpolation.Nearest, height: Height, width: Width);
    }

    private protected override Tensor Pass(Tensor images) => CenterCrop.Cut(images, Height, Width, Subject);

    private static Tensor Start(Tensor images, long room, CallContext context, string purpose) =>
        Tensor.RandomInteger([images.Shape[0]], 0, room + 1, context.Key(purpose), context.Step).Cast(images.DType);
}
