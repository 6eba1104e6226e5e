using Nabla.Cli.Views;

namespace Nabla.Cli.Training;

/// <summary>What a network makes of a test set.</summary>
internal sealed class TestResult
{
    private TestResult(double loss, int[] truth, int[] predicted, float[] probabilities)
    {
        Loss = loss;
        Confusion = new ConfusionCounts(DigitModel.Classes, truth, predicted);
        Accuracy = truth.Zip(predicted).Count(pair => pair.First == pair.Second) / (double)truth.Length;
        Mistakes =
        [
            .. Enumerable.Range(0, truth.Length)
                .Where(i => predicted[i] != truth[i])
                .Select(
                    i => new Mistake(i, truth[i], predicted[i], probabilities[(i * DigitModel.Classes) + predicted[i]]))
                .OrderByDescending(mistake => mistake.Confidence)
                .ThenBy(mistake => mistake.Index),
        ];
    }

    /// <summary>The mean cross-entropy.</summary>
    public double Loss { get; }

    /// <summary>The share that was classified rightly.</summary>
    public double Accuracy { get; }

    public ConfusionCounts Confusion { get; }

    /// <summary>The examples it got wrong, the surest first.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; }

    /// <summary>Tries a model on a test set, for which it has to give ten logits an image.</summary>
    public static TestResult Of(Model model, Dataset test)
    {
        (Tensor images, Tensor labels) = test.ReadTransformed([.. Enumerable.Range(0, test.Count)]);
        Tensor logits = model.Predict(images);
        Tensor loss = new CrossEntropy().Call(logits, labels);
        Tensor probabilities = logits.Softmax();
        Tensor.Evaluate(loss, probabilities);

        float[] chances = probabilities.ToArray();
        int[] predicted = [.. chances.Chunk(DigitModel.Classes).Select(image => Array.IndexOf(image, image.Max()))];
        return new TestResult(loss.Item<float>(), labels.ToArray<int>(), predicted, chances);
    }
}
