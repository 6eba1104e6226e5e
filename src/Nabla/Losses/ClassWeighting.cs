namespace Nabla;

/// <summary>How much each class counts, and the label that does not count.</summary>
internal sealed class ClassWeighting
{
    private readonly double[]? _weights;
    private readonly int? _ignored;

    public ClassWeighting(IReadOnlyList<double>? classWeights, int? ignored)
    {
        if (classWeights is not null
            && (classWeights.Count == 0 || !classWeights.All(weight => weight >= 0 && double.IsFinite(weight))))
        {
            throw new ArgumentOutOfRangeException(
                nameof(classWeights), string.Join(", ", classWeights),
                "Weights of classes are finite and not negative, one a class, such as [1, 1, 5].");
        }

        _weights = classWeights is null ? null : [.. classWeights];
        _ignored = ignored;
    }

    /// <summary>Labels that name classes: 0 in place of the label that does not count.</summary>
    public Tensor Labels(Tensor labels) => _ignored is { } ignored
        ? labels.IsEqual(ignored).Where(labels.ZerosLike(), labels)
        : labels;

    /// <summary>The weights of classes, [classes]; null where all count 1.</summary>
    public Tensor? Classes(Tensor logits, object owner) => _weights is null
        ? null
        : _weights.Length == logits.Shape[-1]
            ? Tensor.From(_weights).Cast(logits.DType)
            : throw new ShapeMismatchException(
                $"{owner} has {_weights.Length} class weights but got logits {logits.Shape} of {logits.Shape[-1]} "
                + "classes; give one weight a class.", logits.Shape);

    /// <summary>The weight of the class of each label, [batch, …]; null where all count 1.</summary>
    /// <remarks>Labels out of range are the cross-entropy's to report, not the lookup's.</remarks>
    public Tensor? OfLabels(Tensor logits, Tensor labels, object owner) =>
        Classes(logits, owner)?.Gather(labels.Cast(DType.Int64).Clamp(0, logits.Shape[-1] - 1));

    /// <summary>What each label counts in the mean: the weight of its class, 0 if it is ignored.</summary>
    public Tensor? Shares(Tensor logits, Tensor labels, object owner)
    {
        Tensor? share = OfLabels(logits, labels, owner);
        if (_ignored is not { } ignored)
        {
            return share;
        }

        Tensor counts = labels.IsNotEqual(ignored).Cast(logits.DType);
        return share is null ? counts : counts * share;
    }

    /// <summary>The losses with 0 at ignored labels.</summary>
    public Tensor Masked(Tensor losses, Tensor labels) => _ignored is { } ignored
        ? labels.IsEqual(ignored).Where(losses.ZerosLike(), losses)
        : losses;
}
