using Nabla.Tests.Golden;

namespace Nabla.Tests.Layers.Augmentation;

public sealed class RandomHueTests
{
    [Fact]
    public void IsAnAugmentation() => AugmentationCheck.Run(new RandomHue(0.3f));

    public static TheoryData<string> Cases { get; } =
        [.. GoldenCase.In("images.json").Where(golden => golden.Operation == "hue").Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void MatchesColorsys(string name)
    {
        GoldenCase golden = GoldenCase.Named("images.json", name);
        float turns = (float)golden.Number("turns");
        Tensor y = new RandomHue((turns, turns)).Apply(golden.Input("x"), AugmentationCheck.Training());
        GoldenCase.AssertClose(golden.Output("output"), y, 1e-6, name);
    }

    [Fact]
    public void GrayImagesHaveNoHue()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new RandomHue(0.1f).Apply(Tensor.Zeros(1, 4, 4), AugmentationCheck.Training()));
        Assert.Contains("leave it out for gray images", exception.Message, StringComparison.Ordinal);
    }
}
