using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class MobileNetV2Tests
{
    [Fact]
    public void HasAsManyParametersAsPublished() =>
        Assert.Equal(3_504_872, ModelCheck.Parameters(MobileNetV2.Create([224, 224, 3])));

    [Fact]
    public void GivesWhatPyTorchGives()
    {
        ModelCheck.Golden("mobilenetv2", shape => MobileNetV2.Create(shape, 10));
        ModelCheck.Golden("mobilenetv2 narrow", shape => MobileNetV2.Create(shape, 10, width: 0.35));
    }

    [Fact]
    public void WidthIsAboveZero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MobileNetV2.Create([64, 64, 3], width: 0));

    [Fact]
    public void WithoutItsTopItGivesFeatures() => Assert.Equal<Shape>(
        [3, 2, 1280], Symbol.Input(96, 64, 3).Then(MobileNetV2.Create([96, 64, 3], includeTop: false)).Shape);
}
