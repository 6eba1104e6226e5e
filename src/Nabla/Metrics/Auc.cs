using Nabla.Comparison;

namespace Nabla;

/// <summary>The area under the curve of all borders between no and yes; exact, from all rows.</summary>
/// <remarks>
/// <para>
/// Under the ROC curve it is the probability that a yes has a larger score than a no, equal scores counting half: 0.5
/// is chance. Under precision against recall it is <c>Σ (Rᵢ − Rᵢ₋₁) · Pᵢ</c>, the average precision.
/// </para>
/// <para>
/// For a choice between classes, and for several questions at once, it is the mean of the areas of each class against
/// the rest. A class of which there are no examples, or nothing but, has no area and is left out; NaN where no class
/// has one, and where a score is NaN.
/// </para>
/// </remarks>
[Component("auc")]
public sealed class Auc : CollectedMetric
{
    /// <summary>Creates the metric.</summary>
    /// <param name="curve">Which curve.</param>
    /// <param name="fromLogits">
    /// Whether scores of classes are logits, which a softmax makes comparable between examples; false for
    /// probabilities.
    /// </param>
    /// <param name="multiLabel">
    /// Whether targets of the shape of predictions answer several questions, so that there is no softmax.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such curve.</exception>
    public Auc(AucCurve curve = AucCurve.Roc, bool fromLogits = true, bool multiLabel = false)
    {
        Curve = Enum.IsDefined(curve)
            ? curve
            : throw new ArgumentOutOfRangeException(nameof(curve), curve, "A curve is Roc or PrecisionRecall.");
        FromLogits = fromLogits;
        MultiLabel = multiLabel;
    }

    /// <summary>Which curve.</summary>
    public AucCurve Curve { get; }

    /// <summary>Whether scores of classes are logits.</summary>
    public bool FromLogits { get; }

    /// <summary>Whether targets answer several questions.</summary>
    public bool MultiLabel { get; }

    /// <inheritdoc/>
    protected override string DefaultName => Curve is AucCurve.Roc ? "auc" : "pr_auc";

    /// <inheritdoc/>
    /// <param name="predictions">Scores: [batch] or [batch, 1] of a yes, or [batch, classes].</param>
    /// <param name="targets">0 and 1 of the same shape; for a choice between classes also labels [batch].</param>
    /// <param name="weights">How much each example counts, [batch]; all 1 when there are none.</param>
    public override IReadOnlyList<Tensor> Collect(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        if (predictions.Rank is 0 or > 2)
        {
            throw new ShapeMismatchException(
                $"'{Name}' takes scores [batch] or [batch, classes] but got {predictions.Shape}; reshape them.",
                predictions.Shape);
        }

        Tensor scores = predictions, answers;
        if (MultiLabel || predictions.Rank == 1 || predictions.Shape[1] == 1)
        {
            answers = Pairing.TargetsLike(predictions, targets, this);
        }
        else
        {
            answers = ClassTargets.AreProbabilities(predictions, targets, this) ? targets.ArgMax(-1) : targets;
            scores = FromLogits
                ? Comparison.Scores.OfClasses(predictions, true, this).Cast(DType.Float64).Softmax()
                : predictions;
        }

        return weights is null
            ? [scores, answers]
            : [scores, answers, SampleWeights.Align(weights, [predictions.Shape[0]], DType.Float64, this)];
    }

    /// <inheritdoc/>
    public override double Compute(IReadOnlyList<double[,]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int questions = columns[0].GetLength(1);
        double[]? weights = columns.Count > 2 ? [.. columns[2].Cast<double>()] : null;
        double[] areas = [.. Enumerable.Range(0, questions).Select(label => Area(columns, label, weights))];
        return areas.Contains(Unordered)
            ? double.NaN
            : areas.Where(area => !double.IsNaN(area)).DefaultIfEmpty(double.NaN).Average();
    }

    private const double Unordered = double.NegativeInfinity;

    private double Area(IReadOnlyList<double[,]> columns, int label, double[]? weights)
    {
        double[,] scores = columns[0], answers = columns[1];
        int rows = scores.GetLength(0);
        bool isChoice = answers.GetLength(1) != scores.GetLength(1);
        var column = new double[rows];
        var isYes = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            if (isChoice && !(answers[row, 0] >= 0 && answers[row, 0] < scores.GetLength(1)))
            {
                throw new LabelOutOfRangeException(Name, null, row, (long)answers[row, 0], scores.GetLength(1));
            }

            column[row] = scores[row, label];
            isYes[row] = isChoice ? answers[row, 0] == label : answers[row, label] > 0.5;
        }

        ThresholdCurve? curve = ThresholdCurve.Of(column, isYes, weights);
        return curve is null ? Unordered : Curve is AucCurve.Roc ? curve.RocArea() : curve.AveragePrecision();
    }
}
