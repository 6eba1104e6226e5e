namespace Nabla.Models;

/// <summary>
/// A network whose blocks look at images through several windows at once and put side by side what they see.
/// </summary>
/// <remarks>
/// As in torchvision, with its names, such as <c>Mixed_5b.branch1x1.conv</c> and <c>fc</c>, and without the auxiliary
/// classifier: 23,834,568 parameters for 1000 classes of colour images. It was made for 299 by 299 pixels. Source:
/// C. Szegedy et al., Rethinking the Inception architecture for computer vision, 2016.
/// </remarks>
/// <example><code>Functional model = InceptionV3.Create([299, 299, 3], classes: 1000);</code></example>
public static partial class InceptionV3
{
    private const int LeastExtent = 75;

    /// <summary>Creates the model.</summary>
    /// <param name="inputShape">[height, width, channels]: 75 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="includeTop">Whether the model ends in scores; otherwise in features.</param>
    /// <param name="pooling">What is made of the features of a model without its top.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    /// <exception cref="ArgumentException">There is a pooling beside the top.</exception>
    public static Functional Create(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        long seed = 0)
    {
        Symbol image = Classifier.Image("InceptionV3", inputShape, LeastExtent);
        Symbol x = Unit(image, "Conv2d_1a_3x3", 32, 3, 2, Padding.Valid);
        x = Unit(x, "Conv2d_2a_3x3", 32, 3, padding: Padding.Valid);
        x = Unit(x, "Conv2d_2b_3x3", 64, 3).Then(new MaxPooling2D(3, 2));
        x = Unit(x, "Conv2d_3b_1x1", 80, 1);
        x = Unit(x, "Conv2d_4a_3x3", 192, 3, padding: Padding.Valid).Then(new MaxPooling2D(3, 2));
        x = x.Part("Mixed_5b", y => Small(y, 32)).Part("Mixed_5c", y => Small(y, 64));
        x = x.Part("Mixed_5d", y => Small(y, 64));
        x = x.Part("Mixed_6a", HalveFirst);
        x = x.Part("Mixed_6b", y => Crossed(y, 128)).Part("Mixed_6c", y => Crossed(y, 160));
        x = x.Part("Mixed_6d", y => Crossed(y, 160)).Part("Mixed_6e", y => Crossed(y, 192));
        x = x.Part("Mixed_7a", HalveSecond).Part("Mixed_7b", Wide).Part("Mixed_7c", Wide);
        return Classifier.Finish(image, x, includeTop, pooling, seed, features => features
            .Then(new GlobalAveragePooling2D { Name = "avgpool" }).Then(new Dropout(0.5)).Score("fc", classes));
    }
}
