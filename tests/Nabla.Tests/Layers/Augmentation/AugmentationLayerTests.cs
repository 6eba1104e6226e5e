namespace Nabla.Tests.Layers.Augmentation;

public sealed class AugmentationLayerTests
{
    private static readonly Tensor s_images = Tensor.RandomUniform([4, 8, 8, 3], 1);

    [Fact]
    public void LayersOfOneKindDrawTheirOwnNumbers()
    {
        var twice = new Sequential(new RandomInvert(), new RandomInvert());
        Tensor images = Tensor.Zeros(1000, 1, 1);
        float inverted = twice.Apply(images, AugmentationCheck.Training()).Mean().Item<float>();

        // The same numbers would undo each other.
        Assert.Equal(0.5f, inverted, 0.06f);
    }

    [Fact]
    public void AModelTrainsThroughThem()
    {
        var model = new Sequential(new RandomAffine(0.05f, 0.1f), new RandomFlip(), new Flatten(), new Dense(2));
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.01));
        Tensor targets = Tensor.Zeros(4, 2);
        model.Predict(s_images);
        double before = new MeanSquaredError().Call(model.Predict(s_images), targets).Item<float>();
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(s_images, targets);
        }

        Assert.True(new MeanSquaredError().Call(model.Predict(s_images), targets).Item<float>() < before);
    }
}
