namespace Nabla.Cli.Views;

/// <summary>What a classifier makes of a test set.</summary>
internal sealed class TestResult
{
    private readonly float[][] _probabilities;

    private TestResult(double loss, int[] truth, float[][] probabilities)
    {
        _probabilities = probabilities;
        Loss = loss;
        Truth = truth;
        Predicted = Array.ConvertAll(probabilities, example => Array.IndexOf(example, example.Max()));
        Confusion = new ConfusionCounts(probabilities[0].Length, Truth, Predicted);
        Mistakes =
        [
            .. Enumerable.Range(0, truth.Length)
                .Where(i => Predicted[i] != truth[i])
                .Select(i => new Mistake(i, truth[i], Predicted[i], probabilities[i][Predicted[i]]))
                .OrderByDescending(mistake => mistake.Confidence)
                .ThenBy(mistake => mistake.Index),
        ];
        Accuracy = 1 - (Mistakes.Count / (double)truth.Length);
    }

    /// <summary>The mean cross-entropy.</summary>
    public double Loss { get; }

    /// <summary>The share that was classified rightly.</summary>
    public double Accuracy { get; }

    /// <summary>The label of each example.</summary>
    public IReadOnlyList<int> Truth { get; }

    /// <summary>What the network says of each example.</summary>
    public IReadOnlyList<int> Predicted { get; }

    public ConfusionCounts Confusion { get; }

    /// <summary>The examples it got wrong, the surest first.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; }

    /// <summary>How sure the network is that an example is of a class, from 0 to 1.</summary>
    public double ProbabilityOf(int example, int label) => _probabilities[example][label];

    /// <summary>Tries a model on a test set, for which it has to give a score for each class.</summary>
    public static TestResult Of(Model model, Dataset test)
    {
        const int Batch = 256;
        List<Tensor> parts = [];
        List<int> labels = [];
        foreach (int[] examples in Enumerable.Range(0, test.Count).Chunk(Batch))
        {
            Batch batch = test.ReadTransformed(examples);
            parts.Add(model.Predict(batch.Input));
            labels.AddRange(batch.Target.ToArray<int>());
        }

        Tensor scores = Tensor.Concat(parts);
        Tensor loss = new CrossEntropy().Call(scores, Tensor.From(labels.ToArray()));
        Tensor probabilities = scores.Softmax();
        Tensor.Evaluate(loss, probabilities);
        return new TestResult(
            loss.Item<float>(), [.. labels], [.. probabilities.ToArray().Chunk((int)scores.Shape[-1])]);
    }
}
