using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Layers.Augmentation;

/// <summary>What holds for every layer that changes images at random.</summary>
internal static class AugmentationCheck
{
    public static CallContext Training(long step = 1, long seed = 0) =>
        CallContext.Training(Tensor.Scalar(step, DType.Int64), seed);

    /// <summary>
    /// Predictions pass; draws follow from seed and step alone, differ between the images of a batch, and train and
    /// predict give the same shapes and types for bytes, for float64 and without channels.
    /// </summary>
    public static void Run(AugmentationLayer layer, int channels = 3, bool passes = true)
    {
        Tensor image = Tensor.RandomUniform([1, 12, 14, channels], 5), images = image.BroadcastTo(16, 12, 14, channels);
        if (passes)
        {
            Assert.Equal(images.ToArray(), layer.Apply(images, CallContext.Inference).ToArray());
        }

        float[] first = layer.Apply(images, Training()).ToArray();
        Assert.Equal(first, layer.Apply(images, Training()).ToArray());
        Assert.NotEqual(first, layer.Apply(images, Training(step: 2)).ToArray());
        Assert.NotEqual(first, layer.Apply(images, Training(seed: 1)).ToArray());
        float[] ofFirst = first.AsSpan(0, first.Length / 16).ToArray();
        Assert.Contains(first.Chunk(ofFirst.Length), image => !image.SequenceEqual(ofFirst));

        var compiled = new CompiledFunction(x => [layer.Apply(x[0], Training())]);
        Assert.Equal(first, compiled.Invoke(images)[0].ToArray());

        foreach (Tensor other in new[] { images.Cast(DType.UInt8), images.Cast(DType.Float64) })
        {
            Tensor trained = layer.Apply(other, Training()), predicted = layer.Apply(other, CallContext.Inference);
            Assert.Equal(trained.Spec, predicted.Spec);
            Assert.Equal(other.DType is DType.Float64 ? DType.Float64 : DType.Float32, trained.DType);
        }

        if (channels == 1)
        {
            Assert.Equal(first, layer.Apply(images.Squeeze(3), Training()).ToArray());
        }

        var exception = Assert.Throws<ShapeMismatchException>(() => layer.Apply(Tensor.Zeros(2, 9), Training()));
        Assert.Contains("before the layer that flattens", exception.Message, StringComparison.Ordinal);
        SurvivesAFile(layer, images);
    }

    private static void SurvivesAFile(AugmentationLayer layer, Tensor images)
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential(layer);
        model.Predict(images);
        model.Save(folder["model.nabla"]);
        Model loaded = Model.Load(folder["model.nabla"]);
        Assert.Equal(model.Apply(images, Training()).ToArray(), loaded.Apply(images, Training()).ToArray());
    }
}
