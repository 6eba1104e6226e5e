using Nabla.Cli.Views;

namespace Nabla.Cli.Sources;

/// <summary>What a model is to predict: one of some classes, or a number.</summary>
/// <param name="Name">The column's name, or what the images are told apart by.</param>
/// <param name="Classes">The names of the classes by label; null for a number.</param>
/// <param name="Mean">The mean of a number, which the model sees as 0.</param>
/// <param name="Deviation">Its deviation, which the model sees as 1.</param>
internal sealed record Goal(string Name, IReadOnlyList<string>? Classes, double Mean = 0, double Deviation = 1)
{
    public bool IsClassification => Classes is not null;

    /// <summary>Numbers that a model gives for an example.</summary>
    public int Outputs => Classes?.Count ?? 1;

    public Loss CreateLoss() => IsClassification ? new CrossEntropy() : new MeanSquaredError();

    /// <summary>What is shown beside the loss while training.</summary>
    public Metric CreateMetric() => IsClassification ? new Accuracy() : new R2Score();

    /// <summary>How good outputs are.</summary>
    /// <param name="outputs">[examples, outputs]: scores of classes, or standardized numbers.</param>
    /// <param name="targets">Labels [examples], or standardized numbers [examples, 1].</param>
    public Scores Score(Tensor outputs, Tensor targets)
    {
        if (IsClassification)
        {
            return new Scores(
            [
                ("accuracy", new Accuracy().Evaluate(outputs, targets)),
                ("loss", CreateLoss().Call(outputs, targets).Item<float>()),
            ]);
        }

        double squares = (outputs - targets).Cast(DType.Float64).Square().Mean().Item<double>();
        double distances = (outputs - targets).Cast(DType.Float64).Abs().Mean().Item<double>();
        return new Scores(
        [
            ("R²", new R2Score().Evaluate(outputs, targets)),
            ("RMSE", Math.Sqrt(squares) * Deviation),
            ("MAE", distances * Deviation),
        ]);
    }

    /// <summary>What to predict for want of anything better: the most frequent class, or the mean.</summary>
    /// <param name="train">The targets of the examples to learn from.</param>
    /// <param name="count">For how many examples.</param>
    /// <returns>[count, outputs], as a model would give it.</returns>
    public Tensor Constant(Tensor train, int count)
    {
        if (!IsClassification)
        {
            return Tensor.Zeros([count, 1]) + train.Mean();
        }

        // Log-frequencies are the constant scores of the least cross-entropy.
        double[] frequencies = new double[Outputs];
        foreach (int label in train.Cast(DType.Int32).ToArray<int>())
        {
            frequencies[label]++;
        }

        double examples = frequencies.Sum();
        float[] scores = Array.ConvertAll(frequencies, n => (float)Math.Log((n + 1) / (examples + Outputs)));
        return Tensor.Zeros([count, Outputs]) + Tensor.From(scores, 1, Outputs);
    }
}
