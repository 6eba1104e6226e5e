namespace Nabla.Tests.Models;

/// <summary>Images of stripes that lie or stand, which no single pixel tells apart.</summary>
internal static class SmallImages
{
    private const int Count = 32;
    private const int Extent = 28;

    /// <summary>Trains a model until it tells them apart.</summary>
    public static void LearnedBy(Model model, int steps)
    {
        var pixels = new float[Count * Extent * Extent];
        var labels = new long[Count];
        for (int i = 0; i < pixels.Length; i++)
        {
            int image = i / (Extent * Extent), row = i / Extent % Extent, column = i % Extent;
            labels[image] = image % 2;
            pixels[i] = ((image % 2 == 0 ? row : column) + (image / 2)) / 3 % 2;
        }

        Tensor x = Tensor.From(pixels, Count, Extent, Extent, 1), y = Tensor.From(labels);
        var trainer = new Trainer(model, new CrossEntropy(), new Adam(2e-3f));
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(x, y);
        }

        // In evaluation mode the moving moments decide, which have followed for a few steps only.
        Tensor scores = model.Apply(x, CallContext.Training(Tensor.Scalar(0, DType.Int64)));
        double right = scores.ArgMax(-1).ToArray<long>().Zip(labels).Count(pair => pair.First == pair.Second);
        Assert.InRange(right / Count, 0.9, 1);
    }
}
