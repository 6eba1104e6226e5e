namespace Nabla.Models;

/// <summary>
/// A network that says of each pixel what it belongs to: down to small images and up again, with shortcuts.
/// </summary>
/// <remarks>
/// With normalized convolutions that keep the size, as most build it today: 31,037,698 parameters for two classes of
/// colour images. Names: <c>inc</c>, <c>down1</c> … <c>down4</c>, <c>up1</c> … <c>up4</c>, <c>outc</c>. Source:
/// O. Ronneberger, P. Fischer, T. Brox, U-Net: convolutional networks for biomedical image segmentation, 2015.
/// </remarks>
/// <example><code>Functional model = UNet.Create([256, 256, 1], classes: 2);   // scores [256, 256, 2]</code></example>
public static class UNet
{
    private const int MostDepth = 16;

    /// <summary>Creates the model.</summary>
    /// <param name="inputShape">[height, width, channels]; 2 to the power of depth divides height and width.</param>
    /// <param name="classes">The number of scores of each pixel.</param>
    /// <param name="filters">The number of filters at the full size; each smaller size has twice as many.</param>
    /// <param name="depth">How many times images are halved: 1 to 16.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">
    /// The shape is no image, or one that cannot be halved that often.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Functional Create(Shape inputShape, int classes, int filters = 64, int depth = 4, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(filters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, MostDepth);
        Symbol image = Classifier.Image("U-Net", inputShape, 1 << depth);
        if (inputShape[0] % (1 << depth) != 0 || inputShape[1] % (1 << depth) != 0)
        {
            throw new ShapeMismatchException(
                $"U-Net halves images {depth} times, so it takes heights and widths that {1 << depth} divides but got "
                + $"{inputShape}; pad the images, or take less depth.", inputShape);
        }

        var skips = new Stack<Symbol>();
        Symbol x = image.Part("inc", y => Twice(y, filters));
        for (int level = 1; level <= depth; level++)
        {
            skips.Push(x);
            x = x.Part($"down{level}", y => Twice(y.Then(new MaxPooling2D(2)), filters << level));
        }

        for (int level = 1; level <= depth; level++)
        {
            x = Up(x, skips.Pop(), $"up{level}", filters << (depth - level));
        }

        return new Functional(image, x.Then(new Conv2D(classes, 1) { Name = "outc" })) { Seed = seed };
    }

    private static Symbol Up(Symbol small, Symbol skip, string name, int filters)
    {
        Symbol below = Symbol.Input(small.Shape), beside = Symbol.Input(skip.Shape);
        Symbol larger = below.Then(new Conv2DTranspose(filters, 2, 2) { Name = "up" });
        Symbol joined = Twice(new Concatenate().On(beside, larger), filters);
        return new Functional([below, beside], [joined]) { Name = name }.On(small, skip);
    }

    private static Symbol Twice(Symbol x, int filters) => x
        .Convolve("conv1", filters, 3).Normalize("bn1").Relu()
        .Convolve("conv2", filters, 3).Normalize("bn2").Relu();
}
