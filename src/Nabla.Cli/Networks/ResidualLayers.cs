namespace Nabla.Cli.Networks;

/// <summary>
/// A small residual network: a convolution, then three stages of a convolution and a pooling that halves the image; the
/// first and the last stage have two convolutions more and a way past them (He et al. 2015, "Deep residual learning").
/// </summary>
internal static class ResidualLayers
{
    private const int FirstFilters = 32;
    private const int Stages = 3;

    public static IEnumerable<Layer> Of(NetworkPlan plan)
    {
        Shape image = ImageLayers.ShapeOf(plan, "resnet");
        if (plan.Input.Shape.Rank == 2)
        {
            yield return new Reshape(image);
        }

        Symbol input = Symbol.Input(image), x = Convolution(input, FirstFilters, plan);
        for (int stage = 1; stage <= Stages; stage++)
        {
            int filters = FirstFilters << stage;
            x = Convolution(x, filters, plan).Then(new MaxPooling2D(2, padding: Padding.Same));
            if (stage is 1 or Stages)
            {
                x += Convolution(Convolution(x, filters, plan), filters, plan);
            }
        }

        yield return new Functional(input, x.Then(new GlobalMaxPooling2D()));
        foreach (Layer layer in ImageLayers.Ending(plan))
        {
            yield return layer;
        }
    }

    private static Symbol Convolution(Symbol x, int filters, NetworkPlan plan) => x
        .Then(new Conv2D(filters, 3, padding: Padding.Same, useBias: false))
        .Then(new BatchNormalization(momentum: 0.9))
        .Then(plan.Activation);
}
