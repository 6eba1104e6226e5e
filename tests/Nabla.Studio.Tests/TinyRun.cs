namespace Nabla.Studio.Tests;

/// <summary>A classifier of three classes of tiny pictures, trained in a moment: class c has a bright row c.</summary>
internal static class TinyRun
{
    public const int Count = 30;

    public static TensorDataset Pictures()
    {
        float[] pixels = new float[Count * 3 * 4];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int example, int row) = (i / 12, i % 12 / 4);
            pixels[i] = (example % 3 == row ? 1 : 0) + (i * 7 % 5 * 0.02f);
        }

        return new TensorDataset(
            Tensor.From(pixels, Count, 3, 4), Tensor.From(Enumerable.Range(0, Count).Select(i => i % 3).ToArray()));
    }

    public static Trainer Trainer() => new(
        new Sequential(seed: 3) { new Flatten(), new Dense(8, Activation.Relu), new Dropout(0.3f), new Dense(3) },
        new CrossEntropy(),
        new Adam(0.05))
    {
        Metrics = { new Accuracy() },
    };

    public static RunRecord Record(RunRecorder recorder, int epochs = 4)
    {
        Trainer trainer = Trainer();
        trainer.Callbacks.Add(recorder);
        trainer.Fit(Pictures(), epochs, batchSize: 7, validation: Pictures());
        return recorder.ToRecord();
    }
}
