using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class UNetTests
{
    [Fact]
    public void HasAsManyParametersAsPublished() =>
        Assert.Equal(31_037_698, ModelCheck.Parameters(UNet.Create([256, 256, 3], classes: 2)));

    [Fact]
    public void GivesWhatPyTorchGives() => ModelCheck.Golden("unet", shape => UNet.Create(shape, 2, filters: 8));

    [Fact]
    public void ImagesCanBeHalvedAsOftenAsItIsDeep()
    {
        Assert.Equal<Shape>([24, 36, 3], Symbol.Input(24, 36, 1).Then(UNet.Create([24, 36, 1], 3, 4, 2)).Shape);
        Assert.Contains(
            "that 16 divides but got [24, 32, 1]",
            Assert.Throws<ShapeMismatchException>(() => UNet.Create([24, 32, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => UNet.Create([32, 32, 1], 2, depth: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => UNet.Create([32, 32, 1], 2, filters: 0));
    }
}
