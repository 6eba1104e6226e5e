using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Layers;

/// <summary>
/// Proves a layer in one line: the inferred shape is the actual one, a file brings back the same bits, and a step
/// lowers the loss.
/// </summary>
internal static class LayerCheck
{
    public static void Run(Func<Layer> create, Shape input, Shape expectedOutput)
    {
        Tensor x = Tensor.RandomNormal(input, 7);
        Sequential model = new Sequential(create()) { Seed = 3 };
        Tensor y = model.Predict(x);
        Assert.Equal(expectedOutput, y.Shape);
        Assert.Equal(expectedOutput, model.Apply(x, CallContext.Inference).Shape);
        Assert.All(y.ToArray(), value => Assert.True(float.IsFinite(value)));

        SurvivesAFile(model, x, y);
        Learns(new Sequential(create(), new Flatten(), new Dense(2)), x);
    }

    private static void SurvivesAFile(Sequential model, Tensor x, Tensor y)
    {
        using var folder = new TemporaryFolder();
        model.Save(folder["model.nabla"]);
        Model loaded = Model.Load(folder["model.nabla"]);

        Assert.Equal(model.WeightsSha256(), loaded.WeightsSha256());
        Assert.Equal(y.ToArray(), loaded.Predict(x).ToArray());
        Assert.Equal(File.ReadAllBytes(folder["model.nabla"]), Resaved(loaded, folder["again.nabla"]));
    }

    private static byte[] Resaved(Model model, string path)
    {
        model.Save(path);
        return File.ReadAllBytes(path);
    }

    private static void Learns(Sequential model, Tensor x)
    {
        Tensor targets = Tensor.RandomNormal([x.Shape[0], 2], 8);
        var trainer = new Trainer(model, new MeanSquaredError(), new Sgd(0.01));
        trainer.Step(x, targets);
        double before = new MeanSquaredError().Call(model.Predict(x), targets).Item<float>();
        trainer.Step(x, targets);
        Assert.True(new MeanSquaredError().Call(model.Predict(x), targets).Item<float>() < before);
    }
}
