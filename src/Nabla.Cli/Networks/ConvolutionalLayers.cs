namespace Nabla.Cli.Networks;

/// <summary>
/// Convolutions of 3 × 3, each normalised, every second of which halves the image, until less than 7 pixels would be
/// left; then the mean over the image.
/// </summary>
internal static class ConvolutionalLayers
{
    private const int FirstFilters = 32;
    private const int MostFilters = 256;
    private const long SmallestExtent = 7;

    public static IEnumerable<Layer> Of(NetworkPlan plan)
    {
        Shape image = ImageLayers.ShapeOf(plan, "cnn");
        if (plan.Input.Shape.Rank == 2)
        {
            yield return new Reshape(image);
        }

        long extent = Math.Min(image[0], image[1]);
        for (int filters = FirstFilters; ; filters = Math.Min(filters * 2, MostFilters))
        {
            bool isLast = extent / 2 < SmallestExtent;
            foreach (int stride in isLast ? [1] : (int[])[1, 2])
            {
                yield return new Conv2D(filters, 3, stride, Padding.Same, useBias: false);
                yield return new BatchNormalization(momentum: 0.9);
                yield return new ActivationLayer(plan.Activation);
            }

            if (isLast)
            {
                break;
            }

            extent /= 2;
        }

        yield return new GlobalAveragePooling2D();
        foreach (Layer layer in ImageLayers.Ending(plan))
        {
            yield return layer;
        }
    }
}
