namespace Nabla.Tests.Layers.Convolution;

public sealed class ConvolutionTests
{
    [Fact]
    public void WeightsAreLaidOutAsInKeras()
    {
        var model = new Sequential(new Conv2D(6, [3, 5], groups: 2));
        model.Build(8, 8, 4);
        Assert.Equal(["0.weight", "0.bias"], model.VariablePaths().Select(entry => entry.Path));
        Assert.Equal<Shape>([3, 5, 2, 6], model.Parameters[0].Shape);
        Assert.Equal<Shape>([6], model.Parameters[1].Shape);
        Assert.Equal((3 * 5 * 2 * 6) + 6, model.ParameterCount);
    }

    [Fact]
    public void AClassifierOfImagesLearns()
    {
        // Whether a bar stands or lies: nothing that a single pixel tells.
        Tensor images = Tensor.Zeros(64, 6, 6, 1);
        var pixels = new float[64 * 36];
        var labels = new long[64];
        for (int i = 0; i < 64; i++)
        {
            labels[i] = i % 2;
            for (int k = 0; k < 6; k++)
            {
                pixels[(i * 36) + (labels[i] == 0 ? (k * 6) + (i / 2 % 6) : (i / 2 % 6 * 6) + k)] = 1;
            }
        }

        images = Tensor.From(pixels, 64, 6, 6, 1);
        Tensor targets = Tensor.From(labels);
        var model = new Sequential(seed: 1)
        {
            new Conv2D(4, 3, activation: Activation.Relu), new Flatten(), new Dense(2),
        };
        var trainer = new Trainer(model, new CrossEntropy(), new Adam(0.02));
        for (int step = 0; step < 60; step++)
        {
            trainer.Step(images, targets);
        }

        Assert.Equal(labels, model.Predict(images).ArgMax(-1).ToArray<long>());
    }
}
