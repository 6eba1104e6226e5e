using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class VggTests
{
    private static readonly Shape s_photo = [224, 224, 3];

    [Fact]
    public void HasAsManyParametersAsPublished()
    {
        long before = GC.GetTotalAllocatedBytes();
        Assert.Equal(132_863_336, ModelCheck.Parameters(Vgg.Of11(s_photo)));
        Assert.Equal(138_357_544, ModelCheck.Parameters(Vgg.Of16(s_photo)));
        Assert.Equal(143_667_240, ModelCheck.Parameters(Vgg.Of19(s_photo)));
        Assert.Equal(138_365_992, ModelCheck.Parameters(Vgg.Of16(s_photo, batchNormalization: true)));

        // Weights are made when somebody asks for a number, which nobody did.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    [Fact]
    public void GivesWhatPyTorchGives()
    {
        ModelCheck.Golden(
            "vgg11", shape => Vgg.Of11(shape, includeTop: false, pooling: FeaturePooling.Average));
        ModelCheck.Golden(
            "vgg16",
            shape => Vgg.Of16(shape, includeTop: false, pooling: FeaturePooling.Average, batchNormalization: true));
        ModelCheck.Golden(
            "vgg19", shape => Vgg.Of19(shape, includeTop: false, pooling: FeaturePooling.Average));
    }

    [Fact]
    public void ImagesOfEverySizeMeetTheSameClassifier()
    {
        foreach (Shape shape in (Shape[])[[224, 224, 3], [64, 96, 3], [256, 256, 3]])
        {
            Functional model = Vgg.Of11(shape, classes: 5);
            model.Build();
            Assert.Equal<Shape>(
                [7 * 7 * 512, 4096],
                model.VariablePaths().Single(entry => entry.Path == "classifier.0.weight").Variable.Shape);
            Assert.Equal<Shape>([5], Symbol.Input(shape).Then(model).Shape);
            Assert.Contains("features.0.weight", model.VariablePaths().Select(entry => entry.Path));
            Assert.Contains("features.18.bias", model.VariablePaths().Select(entry => entry.Path));
            Assert.Contains("classifier.6.bias", model.VariablePaths().Select(entry => entry.Path));
        }
    }
}
