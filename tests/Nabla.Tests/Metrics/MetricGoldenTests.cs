using Nabla.Tests.Golden;

namespace Nabla.Tests.Metrics;

/// <summary>Every metric against scikit-learn, at once and in batches, without and with weights.</summary>
public sealed class MetricGoldenTests
{
    private const string File = "metrics.json";
    private const int Classes = 4;

    // All cases, by what scikit-learn was asked for (tests/golden/make_metrics.py).
    private static readonly Dictionary<string, Metric> s_metrics = new()
    {
        ["accuracy binary"] = new Accuracy(),
        ["accuracy classes"] = new Accuracy(),
        ["matthews_correlation binary"] = new MatthewsCorrelation(),
        ["matthews_correlation classes"] = new MatthewsCorrelation(Classes),
        ["cohen_kappa binary"] = new CohenKappa(),
        ["cohen_kappa classes"] = new CohenKappa(Classes),
        ["mean_iou binary"] = new MeanIoU(),
        ["mean_iou classes"] = new MeanIoU(Classes),
        ["specificity binary"] = new Specificity(),
        ["specificity class"] = new Specificity(Classes, classId: 2),
        ["top_1_accuracy"] = new TopKAccuracy(1),
        ["top_2_accuracy"] = new TopKAccuracy(2),
        ["top_3_accuracy"] = new TopKAccuracy(3),
        ["hamming_distance"] = new HammingDistance(),
        ["log_loss"] = new CrossEntropy(),
        ["perplexity"] = new Perplexity(),
        ["mean_squared_error"] = new MeanSquaredError(),
        ["root_mean_squared_error"] = new RootMeanSquaredError(),
        ["mean_absolute_error"] = new MeanAbsoluteError(),
        ["mean_absolute_percentage_error"] = new MeanAbsolutePercentageError(),
        ["mean_squared_logarithmic_error"] = new MeanSquaredLogarithmicError(),
        ["r2_score"] = new R2Score(),
        ["explained_variance"] = new ExplainedVariance(),
        ["pearson_correlation"] = new PearsonCorrelation(),
        ["concordance_correlation"] = new ConcordanceCorrelation(),
        ["cosine_similarity"] = new CosineSimilarity(),
        ["spearman_correlation"] = new SpearmanCorrelation(),
        ["absolute_error_quantile 0.5"] = new AbsoluteErrorQuantile(),
        ["absolute_error_quantile 0.9"] = new AbsoluteErrorQuantile(0.9),
        ["auc"] = new Auc(),
        ["auc classes"] = new Auc(),
        ["auc questions"] = new Auc(multiLabel: true),
        ["pr_auc"] = new Auc(AucCurve.PrecisionRecall),
        ["pr_auc classes"] = new Auc(AucCurve.PrecisionRecall),
        ["pr_auc questions"] = new Auc(AucCurve.PrecisionRecall, multiLabel: true),
        ["sensitivity_at_specificity"] = new SensitivityAtSpecificity(0.8),
        ["specificity_at_sensitivity"] = new SpecificityAtSensitivity(0.8),
        ["precision_at_recall"] = new PrecisionAtRecall(0.6),
        ["recall_at_precision"] = new RecallAtPrecision(0.6),
    };

    static MetricGoldenTests()
    {
        AddClassMetric("precision", (classes, average, id) => new Precision(classes, average, id));
        AddClassMetric("recall", (classes, average, id) => new Recall(classes, average, id));
        AddClassMetric("f1_score", (classes, average, id) => new F1Score(classes, average, id));
        AddClassMetric("f_beta", (classes, average, id) => new FBeta(0.5, classes, average, id));
        AddClassMetric("iou", (classes, average, id) => new IoU(classes, average, id));
        AddClassMetric("dice_score", (classes, average, id) => new DiceScore(classes, average, id));
    }

    public static TheoryData<string> Names => [.. s_metrics.Keys];

    [Fact]
    public void EveryCaseIsTested() => Assert.Equal(
        GoldenCase.In(File).Select(golden => golden.Name).Order(), s_metrics.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void AMetricIsThatOfScikitLearnHoweverBatchesAreCut(string name)
    {
        GoldenCase golden = GoldenCase.Named(File, name);
        Metric metric = s_metrics[name];
        Tensor x = golden.Input("predictions"), t = golden.Input("targets");

        Check("plain", null);
        if (golden.HasOutput("weighted"))
        {
            Check("weighted", golden.Input("weights"));
        }

        void Check(string output, Tensor? weights)
        {
            double expected = golden.Output(output)[0], tolerance = 1e-9 * Math.Max(1, Math.Abs(expected));
            Assert.Equal(expected, metric.Evaluate(x, t, weights), tolerance);
            Assert.Equal(expected, InBatches(metric, x, t, weights, 7, 8, 40, 60), tolerance);
        }
    }

    private static double InBatches(Metric metric, Tensor x, Tensor t, Tensor? weights, params int[] ends)
    {
        CollectedRows? rows = metric is CollectedMetric collected ? new CollectedRows(collected) : null;
        IReadOnlyList<Tensor> state = metric.CreateState();
        for (int i = 0; i < ends.Length; i++)
        {
            Range batch = (i == 0 ? 0 : ends[i - 1])..ends[i];
            Tensor? w = weights?[batch];
            rows?.Add(((CollectedMetric)metric).Collect(x[batch], t[batch], w));
            state = metric.Update(state, x[batch], t[batch], w);
        }

        return rows is null ? metric.Result(state) : rows.Result();
    }

    private static void AddClassMetric(string name, Func<int, ClassAverage?, int?, Metric> create)
    {
        s_metrics[$"{name} binary"] = create(2, null, null);
        s_metrics[$"{name} questions"] = create(2, null, null);
        s_metrics[$"{name} class"] = create(Classes, null, 2);
        s_metrics[$"{name} micro"] = create(Classes, ClassAverage.Micro, null);
        s_metrics[$"{name} macro"] = create(Classes, null, null);
        s_metrics[$"{name} weighted"] = create(Classes, ClassAverage.Weighted, null);
    }
}
