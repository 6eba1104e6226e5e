namespace Nabla.Models;

/// <summary>Networks of nothing but 3×3 convolutions, one after another, between poolings.</summary>
/// <remarks>
/// As in torchvision, with its names: <c>features.0.weight</c> …, <c>classifier.0.weight</c>, <c>classifier.3</c>,
/// <c>classifier.6</c>. Images of other sizes than 224 by 224 are averaged to 7 by 7 features. The first weight of the
/// classifier takes features row by row with the channels of a pixel side by side, unlike PyTorch's. Source:
/// K. Simonyan, A. Zisserman, Very deep convolutional networks for large-scale image recognition, 2015.
/// </remarks>
/// <example><code>Functional model = Vgg.Of16([224, 224, 3], classes: 1000);</code></example>
public static class Vgg
{
    private const int LeastExtent = 32;
    private const int Grid = 7;
    private const int HiddenUnits = 4096;

    /// <summary>VGG-11: 132,863,336 parameters for 1000 classes of colour images.</summary>
    /// <param name="inputShape">[height, width, channels]: 32 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="includeTop">Whether the model ends in scores; otherwise in features.</param>
    /// <param name="pooling">What is made of the features of a model without its top.</param>
    /// <param name="batchNormalization">Whether each convolution is normalized.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    /// <exception cref="ArgumentException">There is a pooling beside the top.</exception>
    public static Functional Of11(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool batchNormalization = false, long seed = 0) =>
        Create("VGG-11", [1, 1, 2, 2, 2], inputShape, classes, includeTop, pooling, batchNormalization, seed);

    /// <summary>VGG-16: 138,357,544 parameters for 1000 classes of colour images.</summary>
    /// <inheritdoc cref="Of11" path="/param|/exception"/>
    public static Functional Of16(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool batchNormalization = false, long seed = 0) =>
        Create("VGG-16", [2, 2, 3, 3, 3], inputShape, classes, includeTop, pooling, batchNormalization, seed);

    /// <summary>VGG-19: 143,667,240 parameters for 1000 classes of colour images.</summary>
    /// <inheritdoc cref="Of11" path="/param|/exception"/>
    public static Functional Of19(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        bool batchNormalization = false, long seed = 0) =>
        Create("VGG-19", [2, 2, 4, 4, 4], inputShape, classes, includeTop, pooling, batchNormalization, seed);

    private static Functional Create(
        string name, int[] depths, Shape inputShape, int classes, bool includeTop, FeaturePooling pooling,
        bool batchNormalization, long seed)
    {
        Symbol image = Classifier.Image(name, inputShape, LeastExtent);
        var features = new Sequential { Name = "features" };
        foreach ((int stage, int depth) in depths.Index())
        {
            for (int i = 0; i < depth; i++)
            {
                features.Add(new Conv2D(
                    Math.Min(64 << stage, 512), 3, padding: 1,
                    kernelInitializer: new VarianceScaling(2, FanMode.Out, RandomDistribution.Normal)));
                if (batchNormalization)
                {
                    features.Add(new BatchNormalization(momentum: 0.9, epsilon: 1e-5));
                }

                features.Add(Activation.Relu);
            }

            features.Add(new MaxPooling2D(2));
        }

        return Classifier.Finish(
            image, image.Then(features), includeTop, pooling, seed, x => Top(x, classes));
    }

    private static Symbol Top(Symbol x, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Symbol grid = x.Shape[0] == Grid && x.Shape[1] == Grid
            ? x
            : x.Then(new AdaptiveAveragePooling2D(Grid) { Name = "avgpool" });
        var classifier = new Sequential(
            new Dense(HiddenUnits, kernelInitializer: new RandomNormal(0, 0.01)),
            new ActivationLayer(Activation.Relu),
            new Dropout(0.5),
            new Dense(HiddenUnits, kernelInitializer: new RandomNormal(0, 0.01)),
            new ActivationLayer(Activation.Relu),
            new Dropout(0.5),
            new Dense(classes, kernelInitializer: new RandomNormal(0, 0.01)))
        {
            Name = "classifier",
        };
        return grid.Then(new Flatten { Name = "flatten" }).Then(classifier);
    }
}
