using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class InceptionV3Tests
{
    [Fact]
    public void HasAsManyParametersAsPublished() =>
        Assert.Equal(23_834_568, ModelCheck.Parameters(InceptionV3.Create([299, 299, 3])));

    [Fact]
    public void GivesWhatPyTorchGives() => ModelCheck.Golden("inceptionv3", shape => InceptionV3.Create(shape, 10));

    [Fact]
    public void ImagesHave75PixelsAtLeast()
    {
        Assert.Equal<Shape>([10], Symbol.Input(75, 75, 1).Then(InceptionV3.Create([75, 75, 1], 10)).Shape);
        Assert.Contains(
            "75 by 75",
            Assert.Throws<ShapeMismatchException>(() => InceptionV3.Create([74, 299, 3])).Message,
            StringComparison.Ordinal);
    }
}
