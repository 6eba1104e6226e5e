using Nabla.Tests.Golden;

namespace Nabla.Tests.Losses;

/// <summary>Every loss, its reductions and gradients, against PyTorch.</summary>
public sealed class LossFunctionsTests
{
    private const string File = "loss_functions.json";
    private const double Tolerance = 1e-9;

    // All cases, by what PyTorch was asked for (tests/golden/make_losses.py).
    private static readonly Dictionary<string, Func<Reduction, Loss>> s_losses = new()
    {
        ["mean_squared_error"] = r => new MeanSquaredError { Reduction = r },
        ["mean_absolute_error"] = r => new MeanAbsoluteError { Reduction = r },
        ["mean_absolute_percentage_error"] = r => new MeanAbsolutePercentageError { Reduction = r },
        ["mean_squared_logarithmic_error"] = r => new MeanSquaredLogarithmicError { Reduction = r },
        ["huber 1.0"] = r => new Huber { Reduction = r },
        ["huber 0.4"] = r => new Huber(0.4) { Reduction = r },
        ["smooth_l1 1.0"] = r => new SmoothL1 { Reduction = r },
        ["smooth_l1 0.4"] = r => new SmoothL1(0.4) { Reduction = r },
        ["log_cosh"] = r => new LogCosh { Reduction = r },
        ["log_cosh far"] = r => new LogCosh { Reduction = r },
        ["poisson"] = r => new Poisson { Reduction = r },
        ["poisson rates"] = r => new Poisson(logInput: false) { Reduction = r },
        ["cosine_distance"] = r => new CosineDistance { Reduction = r },
        ["gaussian_nll"] = r => new GaussianNll { Reduction = r },
        ["gaussian_nll full"] = r => new GaussianNll(full: true) { Reduction = r },
        ["pinball"] = r => new Pinball(0.9) { Reduction = r },
        ["pinball several"] = r => new Pinball(0.1, 0.5, 0.9) { Reduction = r },
        ["cross_entropy probabilities"] = r => new CrossEntropy(fromLogits: false) { Reduction = r },
        ["cross_entropy sequences"] = r => new CrossEntropy { Reduction = r },
        ["negative_log_likelihood"] = r => new NegativeLogLikelihood(-100, [0.5, 2, 1.25, 0.75]) { Reduction = r },
        ["kl_divergence"] = r => new KLDivergence { Reduction = r },
        ["focal_cross_entropy"] = r => new FocalCrossEntropy { Reduction = r },
        ["focal_cross_entropy soft"] = r => new FocalCrossEntropy(gamma: 1.5) { Reduction = r },
        ["generalized_cross_entropy"] = r => new GeneralizedCrossEntropy { Reduction = r },
        ["categorical_hinge"] = r => new CategoricalHinge { Reduction = r },
        ["binary_cross_entropy"] = r => new BinaryCrossEntropy { Reduction = r },
        ["binary_cross_entropy positive=3"] = r => new BinaryCrossEntropy(positiveWeight: 3) { Reduction = r },
        ["binary_cross_entropy smoothing=0.2"] = r => new BinaryCrossEntropy(0.2) { Reduction = r },
        ["binary_cross_entropy probabilities"] = r => new BinaryCrossEntropy(fromLogits: false) { Reduction = r },
        ["binary_focal_cross_entropy"] = r => new BinaryFocalCrossEntropy { Reduction = r },
        ["binary_focal_cross_entropy plain"] = r => new BinaryFocalCrossEntropy(alpha: null) { Reduction = r },
        ["hinge"] = r => new Hinge { Reduction = r },
        ["squared_hinge"] = r => new SquaredHinge { Reduction = r },
        ["dice"] = r => new Dice { Reduction = r },
        ["jaccard"] = r => new Jaccard { Reduction = r },
        ["tversky"] = r => new Tversky(0.3, 0.7) { Reduction = r },
        ["tversky focal"] = r => new Tversky(0.3, 0.7, gamma: 0.75) { Reduction = r },
        ["triplet"] = r => new Triplet(0.5) { Reduction = r },
        ["contrastive"] = r => new Contrastive(4) { Reduction = r },
        ["margin_ranking"] = r => new MarginRanking(0.3) { Reduction = r },
        ["cosine_embedding"] = r => new CosineEmbedding(0.1) { Reduction = r },
    };

    static LossFunctionsTests()
    {
        foreach (double smoothing in new[] { 0.0, 0.2 })
        {
            foreach (bool isWeighted in new[] { false, true })
            {
                string name = $"cross_entropy smoothing={smoothing:0.0}{(isWeighted ? " weights" : "")}";
                double[]? weights = isWeighted ? [0.5, 2, 1.25, 0.75] : null;
                s_losses[name] = r => new CrossEntropy(smoothing, classWeights: weights) { Reduction = r };
                s_losses[$"{name} soft"] = s_losses[name];
                s_losses[$"{name} ignored"] = r =>
                    new CrossEntropy(smoothing, ignoreIndex: -100, classWeights: weights) { Reduction = r };
            }
        }
    }

    public static TheoryData<string> Names => [.. s_losses.Keys];

    [Fact]
    public void EveryCaseIsTested() => Assert.Equal(
        GoldenCase.In(File).Select(golden => golden.Name).Order(), s_losses.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void ALossIsThatOfPyTorch(string name)
    {
        GoldenCase golden = GoldenCase.Named(File, name);
        Tensor x = golden.Input("predictions"), t = golden.Input("targets"), w = golden.Input("weights");

        Assert.Equal(golden.Output("sum")[0], Of(Reduction.Sum).Call(x, t).Item<double>(), 1e-9);
        GoldenCase.AssertClose(golden.Output("elements"), Of(Reduction.None).Call(x, t), Tolerance, name);
        Check("mean", Of(Reduction.Mean), null);
        Check("weighted", Of(Reduction.Mean), w);
        Check("weighted_mean", Of(Reduction.WeightedMean), w);

        Loss Of(Reduction reduction) => s_losses[name](reduction);

        void Check(string output, Loss loss, Tensor? weights)
        {
            (Tensor value, Tensor gradient) = Gradient.ValueAndGradient(p => loss.Call(p, t, weights))(x);
            GoldenCase.AssertClose(golden.Output(output), value, Tolerance, $"{name}, {output}");
            GoldenCase.AssertClose(golden.Gradient(output), gradient, Tolerance, $"{name}, gradient of {output}");
        }
    }
}
