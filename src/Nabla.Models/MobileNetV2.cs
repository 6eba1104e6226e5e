namespace Nabla.Models;

/// <summary>
/// A network for small machines: depthwise convolutions between narrow layers that are joined by shortcuts.
/// </summary>
/// <remarks>
/// As in torchvision, with its names, such as <c>features.1.conv.0.0</c> and <c>classifier.1</c>: 3,504,872 parameters
/// for 1000 classes of colour images. Source: M. Sandler et al., MobileNetV2: inverted residuals and linear
/// bottlenecks, 2018.
/// </remarks>
/// <example><code>Functional model = MobileNetV2.Create([224, 224, 3], classes: 1000);</code></example>
public static class MobileNetV2
{
    private const int LeastExtent = 32;
    private const double MostWidth = 100;
    private const int LastFilters = 1280;

    // How much wider a block is inside, its filters, how many there are, and the stride of the first.
    private static readonly (int Expansion, int Filters, int Count, int Stride)[] s_stages =
    [
        (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ];

    /// <summary>Creates the model.</summary>
    /// <param name="inputShape">[height, width, channels]: 32 pixels or more in both directions.</param>
    /// <param name="classes">The number of scores.</param>
    /// <param name="includeTop">Whether the model ends in scores; otherwise in features.</param>
    /// <param name="pooling">What is made of the features of a model without its top.</param>
    /// <param name="width">What the number of filters of each layer is multiplied by; above 0, and at most 100.</param>
    /// <param name="seed">Decides all random numbers of the model.</param>
    /// <exception cref="ShapeMismatchException">The shape is no image, or smaller than the model needs.</exception>
    /// <exception cref="ArgumentException">There is a pooling beside the top.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is out of range.</exception>
    public static Functional Create(
        Shape inputShape, int classes = 1000, bool includeTop = true, FeaturePooling pooling = FeaturePooling.None,
        double width = 1, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MostWidth);
        Symbol image = Classifier.Image("MobileNetV2", inputShape, LeastExtent);
        Symbol features = image.Part("features", start =>
        {
            int count = 0;
            Symbol x = start.Part($"{count++}", y => Step(y, OfEight(32 * width), 3, 2));
            foreach ((int expansion, int filters, int repeats, int stride) in s_stages)
            {
                for (int i = 0; i < repeats; i++)
                {
                    x = Block(x, $"{count++}", expansion, OfEight(filters * width), i == 0 ? stride : 1);
                }
            }

            return x.Part($"{count}", y => Step(y, OfEight(LastFilters * Math.Max(width, 1)), 1, 1));
        });
        return Classifier.Finish(image, features, includeTop, pooling, seed, x => x
            .Then(new GlobalAveragePooling2D { Name = "avgpool" })
            .Part("classifier", y => y.Then(new Dropout(0.2)).Score("1", classes, new RandomNormal(0, 0.01))));
    }

    /// <summary>An inverted residual: wide, depthwise, narrow.</summary>
    private static Symbol Block(Symbol x, string name, int expansion, int filters, int stride)
    {
        int inside = (int)x.Shape[-1] * expansion;
        bool isShortcut = stride == 1 && x.Shape[-1] == filters;
        return x.Part(name, input =>
        {
            Symbol y = input.Part("conv", start =>
            {
                int count = 0;
                Symbol z = expansion == 1 ? start : start.Part($"{count++}", wide => Step(wide, inside, 1, 1));
                return z.Part($"{count++}", thin => Depthwise(thin, stride))
                    .Convolve($"{count++}", filters, 1).Normalize($"{count}");
            });
            return isShortcut ? y + input : y;
        });
    }

    private static Symbol Step(Symbol x, int filters, int size, int stride) =>
        x.Convolve("0", filters, size, stride).Normalize("1").Then(Activation.Relu6);

    private static Symbol Depthwise(Symbol x, int stride) => x
        .Then(new DepthwiseConv2D(
            3, stride, 1, useBias: false,
            depthwiseInitializer: new VarianceScaling(2, FanMode.Out, RandomDistribution.Normal)) { Name = "0" })
        .Normalize("1").Then(Activation.Relu6);

    /// <summary>The multiple of eight next to a number of filters, at most a tenth below it.</summary>
    private static int OfEight(double filters)
    {
        int nearest = Math.Max(8, (int)(filters + 4) / 8 * 8);
        return nearest < 0.9 * filters ? nearest + 8 : nearest;
    }
}
