namespace Nabla.Studio;

/// <summary>Tries a classifier on a data set. What is no classifier gives nothing.</summary>
internal static class Classification
{
    private const int Batch = 256;
    private const int MistakesShown = 24;

    /// <summary>Counts what was taken for what.</summary>
    /// <param name="trainer">Its loss says what the model's results mean.</param>
    /// <param name="examples">The examples; at most <paramref name="limit"/> of them are tried.</param>
    /// <param name="classes">The names of the classes; null for their numbers.</param>
    /// <param name="limit">How many examples to try.</param>
    public static ClassificationRecord? Of(Trainer trainer, Dataset examples, IReadOnlyList<string>? classes, int limit)
    {
        Dataset tried = examples.Take(limit);
        if (tried.Count == 0 || ProbabilitiesOf(trainer, tried) is not { } probabilities)
        {
            return null;
        }

        int count = probabilities[0].Length;
        if (LabelsOf(tried, count) is not { } labels)
        {
            return null;
        }

        long[][] counts = [.. Enumerable.Range(0, count).Select(_ => new long[count])];
        var mistakes = new List<ClassMistake>();
        for (int i = 0; i < labels.Length; i++)
        {
            int predicted = Largest(probabilities[i]);
            counts[labels[i]][predicted]++;
            if (predicted != labels[i])
            {
                mistakes.Add(new ClassMistake(i, labels[i], predicted, probabilities[i][predicted], Png: null));
            }
        }

        return new ClassificationRecord(
            [.. Enumerable.Range(0, count).Select(i => i < classes?.Count ? classes[i] : NumberText.Integer(i))],
            counts,
            [
                .. mistakes.OrderByDescending(mistake => mistake.Confidence)
                    .ThenBy(mistake => mistake.Example)
                    .Take(MistakesShown)
                    .Select(mistake => mistake with { Png = ExamplePicture.Of(tried, mistake.Example) }),
            ]);
    }

    // Of a score for each class, or of one score between two.
    private static double[][]? ProbabilitiesOf(Trainer trainer, Dataset examples)
    {
        Tensor results = trainer.Predict(examples);
        if (!results.DType.IsFloating || results.Rank is < 1 or > 2)
        {
            return null;
        }

        int width = results.Rank == 2 ? (int)results.Shape[1] : 1;
        double[] values = results.Cast(DType.Float64).ToArray<double>();
        return (width, trainer.Loss) switch
        {
            (1, BinaryCrossEntropy { FromLogits: var fromLogits }) =>
                [.. values.Select(value => fromLogits ? Sigmoid(value) : [1 - value, value])],
            (1, BinaryFocalCrossEntropy { FromLogits: var fromLogits }) =>
                [.. values.Select(value => fromLogits ? Sigmoid(value) : [1 - value, value])],
            (1, _) => null,
            (_, CrossEntropy { FromLogits: true } or FocalCrossEntropy { FromLogits: true }) =>
                [.. values.Chunk(width).Select(Softmax)],
            _ => [.. values.Chunk(width)],
        };
    }

    private static int[]? LabelsOf(Dataset examples, int classes)
    {
        Shape shape = examples.TargetSpec.Shape;
        bool isOneHot = examples.TargetSpec.DType.IsFloating && shape.ElementCount == classes && classes > 2;
        if (shape.ElementCount != 1 && !isOneHot)
        {
            return null;
        }

        var labels = new List<int>();
        foreach (int[] batch in Enumerable.Range(0, examples.Count).Chunk(Batch))
        {
            double[] targets = examples.Read(batch).Target.Cast(DType.Float64).ToArray<double>();
            labels.AddRange(isOneHot ? targets.Chunk(classes).Select(Largest) : targets.Select(ToLabel));
        }

        return labels.TrueForAll(label => label >= 0 && label < classes) ? [.. labels] : null;
    }

    // A target between the classes, such as a price, is no label.
    private static int ToLabel(double target) =>
        target == Math.Floor(target) && Math.Abs(target) <= int.MaxValue ? (int)target : -1;

    private static int Largest(double[] values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private static double[] Sigmoid(double score)
    {
        double second = 1 / (1 + Math.Exp(-score));
        return [1 - second, second];
    }

    private static double[] Softmax(double[] scores)
    {
        double largest = scores[Largest(scores)];
        double[] powers = [.. scores.Select(score => Math.Exp(score - largest))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
