namespace Nabla.Models;

/// <summary>Residual networks: deep, because each block adds to what it was given.</summary>
/// <remarks>
/// As in torchvision, with its names: <c>conv1</c>, <c>bn1</c>, <c>layer1.0.conv1</c> … <c>layer4</c>, <c>fc</c>; the
/// stride of a bottleneck is in its 3×3 convolution. Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual learning
/// for image recognition, 2016.
/// </remarks>
/// <example><code>
/// Functional model = ResNet.Of50([224, 224, 3], classes: 1000);
/// Functional small = ResNet.Of18([32, 32, 3], classes: 10, smallImages: true);
/// </code></example>
public static class ResNet
{
    private const int LeastExtent = 32;

    /// <summary>ResNet-18: 11,689,512 parameters for 1000 classes of colour images.</summary>
    /// <param name="inputShape">[height, width, channels]: 32 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="includeTop">Whether the model ends in scores; otherwise in features.</param>
    /// <param name="pooling">What is made of the features of a model without its top.</param>
    /// <param name="smallImages">
    /// Whether the stem is one 3×3 convolution that keeps the size, for images such as those of CIFAR; otherwise 7×7
    /// with stride 2 and pooling, which make images a quarter as large.
    /// </param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    /// <exception cref="ArgumentException">There is a pooling beside the top.</exception>
    public static Functional Of18(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool smallImages = false, long seed = 0) =>
        Create("ResNet-18", Basic, [2, 2, 2, 2], inputShape, classes, includeTop, pooling, smallImages, seed);

    /// <summary>ResNet-34: 21,797,672 parameters for 1000 classes of colour images.</summary>
    /// <inheritdoc cref="Of18" path="/param|/exception"/>
    public static Functional Of34(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool smallImages = false, long seed = 0) =>
        Create("ResNet-34", Basic, [3, 4, 6, 3], inputShape, classes, includeTop, pooling, smallImages, seed);

    /// <summary>ResNet-50, of bottlenecks: 25,557,032 parameters for 1000 classes of colour images.</summary>
    /// <inheritdoc cref="Of18" path="/param|/exception"/>
    public static Functional Of50(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool smallImages = false, long seed = 0) =>
        Create("ResNet-50", Bottleneck, [3, 4, 6, 3], inputShape, classes, includeTop, pooling, smallImages, seed);

    private static Functional Create(
        string name, Func<Symbol, int, int, Symbol> block, int[] depths, Shape inputShape, int classes, bool includeTop,
        FeaturePooling pooling, bool smallImages, long seed)
    {
        Symbol image = Classifier.Image(name, inputShape, smallImages ? LeastExtent / 4 : LeastExtent);
        Symbol x = smallImages
            ? image.Convolve("conv1", 64, 3).Normalize("bn1").Relu()
            : image.Convolve("conv1", 64, 7, 2).Normalize("bn1").Relu()
                .Then(new MaxPooling2D(3, 2, 1) { Name = "maxpool" });
        foreach ((int stage, int depth) in depths.Index())
        {
            x = x.Part($"layer{stage + 1}", start =>
            {
                Symbol y = start;
                for (int i = 0; i < depth; i++)
                {
                    int stride = i == 0 && stage > 0 ? 2 : 1;
                    y = y.Part($"{i}", input => block(input, 64 << stage, stride));
                }

                return y;
            });
        }

        return Classifier.Finish(
            image, x, includeTop, pooling, seed,
            features => features.Then(new GlobalAveragePooling2D { Name = "avgpool" }).Score("fc", classes));
    }

    private static Symbol Basic(Symbol x, int filters, int stride)
    {
        Symbol y = x.Convolve("conv1", filters, 3, stride).Normalize("bn1").Relu()
            .Convolve("conv2", filters, 3).Normalize("bn2");
        return (y + Shortcut(x, filters, stride)).Relu();
    }

    private static Symbol Bottleneck(Symbol x, int filters, int stride)
    {
        Symbol y = x.Convolve("conv1", filters, 1).Normalize("bn1").Relu()
            .Convolve("conv2", filters, 3, stride).Normalize("bn2").Relu()
            .Convolve("conv3", filters * 4, 1).Normalize("bn3");
        return (y + Shortcut(x, filters * 4, stride)).Relu();
    }

    private static Symbol Shortcut(Symbol x, int filters, int stride) =>
        stride == 1 && x.Shape[-1] == filters
            ? x
            : x.Part("downsample", input => input.Convolve("0", filters, 1, stride).Normalize("1"));
}
