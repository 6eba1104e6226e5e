namespace Nabla.Models;

/// <summary>A small network of today for small images: normalized convolutions that halve the image twice.</summary>
/// <remarks>
/// Five 3×3 convolutions, each with batch normalization and ReLU, dropout after each size, the mean over the image, and
/// one dense layer. While training, each image is turned, moved and zoomed a little at random, unless
/// <c>augment</c> is off. 140,458 parameters for ten classes of grey images; 11 million multiplications an image of 28
/// by 28.
/// </remarks>
/// <example><code>
/// Functional model = MnistNet.Create([28, 28, 1]);
/// var trainer = new Trainer(model, new CrossEntropy(), new AdamW(2e-3f));
/// </code></example>
public static class MnistNet
{
    private const int LeastExtent = 8;

    /// <summary>Creates the model.</summary>
    /// <param name="inputShape">[height, width, channels]: 8 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="augment">Whether images are changed at random while training.</param>
    /// <param name="dropout">The share of features that dropout takes away: 0 or more, less than 1.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dropout"/> is out of range.</exception>
    public static Functional Create(
        Shape inputShape, int classes = 10, bool augment = true, double dropout = 0.2, long seed = 0)
    {
        Symbol image = Classifier.Image("MnistNet", inputShape, LeastExtent);
        Symbol x = augment
            ? image.Then(new RandomAffine(
                rotation: 0.03f, translation: 0.08f, zoom: 0.1f, fillMode: FillMode.Constant) { Name = "augment" })
            : image;
        x = x.Part("block1", y => Block(Block(y, 1, 32, 1), 2, 32, 2).Then(new Dropout(dropout)));
        x = x.Part("block2", y => Block(Block(y, 1, 64, 1), 2, 64, 2).Then(new Dropout(dropout)));
        x = x.Part("block3", y => Block(y, 1, 128, 1).Then(new Dropout(dropout)));
        return new Functional(image, x.Then(new GlobalAveragePooling2D()).Score("fc", classes)) { Seed = seed };
    }

    private static Symbol Block(Symbol x, int number, int filters, int stride) =>
        x.Convolve($"conv{number}", filters, 3, stride).Normalize($"bn{number}").Relu();
}
