namespace Nabla;

/// <summary>The mean over classes of intersection over union: the usual score of segmentation.</summary>
/// <remarks>
/// Computes <c>TP / (TP + FP + FN)</c> of each class over all places of all examples, then their mean; classes that are
/// neither among targets nor among decisions are left out. With two classes and a threshold it is Keras'
/// <c>BinaryIoU</c>.
/// </remarks>
[Component("mean_iou")]
public sealed class MeanIoU : ConfusionMetric
{
    private readonly IoU _iou;

    /// <summary>Creates the metric.</summary>
    /// <param name="classes">The number of classes: 2 or more.</param>
    /// <param name="threshold">The border between no and yes: 0 for logits, 0.5 for probabilities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public MeanIoU(int classes = 2, double threshold = 0) : base(classes, threshold) =>
        _iou = new IoU(classes, ClassAverage.Macro);

    /// <inheritdoc/>
    protected override string DefaultName => "mean_iou";

    /// <inheritdoc/>
    protected override double Compute(double[,] table) => _iou.ResultOf(table);
}
