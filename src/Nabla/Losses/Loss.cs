using Nabla.Comparison;

namespace Nabla;

/// <summary>A number that says how wrong predictions are: the mean over a batch, differentiable.</summary>
/// <remarks>
/// A loss of your own overrides <see cref="Elements"/>: it checks the shapes, then states its formula in tensor
/// language. Weights, reduction and gradients come free.
/// </remarks>
/// <example><code>
/// public sealed class SquaredError : Loss
/// {
///     protected override Tensor Elements(Tensor predictions, Tensor targets) =>
///         (predictions - TargetsLike(predictions, targets)).Square();
/// }
/// </code></example>
[ComponentFamily("loss")]
public abstract class Loss
{
    /// <summary>How the losses of the elements become one; the mean unless said otherwise.</summary>
    [ComponentProperty]
    public Reduction Reduction
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "A reduction is Mean, Sum, None or WeightedMean.");
    }

    /// <summary>A loss of a formula.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="elements">
    /// Predictions and targets to the losses of single elements, [batch, …], or to one number for the whole batch.
    /// </param>
    /// <example><code>Loss.Of("quartic", (p, t) => (p - t).Pow(4))</code></example>
    public static Loss Of(string name, Func<Tensor, Tensor, Tensor> elements) => new FormulaLoss(name, elements);

    /// <summary>The loss of a batch.</summary>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <param name="weights">
    /// How much each counts: one number an example, [batch], or an element, [batch, …]; all 1 when there are none.
    /// </param>
    /// <returns>A scalar; with <see cref="Reduction.None"/> the losses of the elements.</returns>
    /// <exception cref="ShapeMismatchException">
    /// Predictions, targets and weights do not belong together.
    /// </exception>
    /// <exception cref="DTypeMismatchException">A type is not taken.</exception>
    public Tensor Call(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        return Reduced(Weighted(predictions, targets, weights));
    }

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;

    /// <summary>The losses of single elements, before weights and reduction.</summary>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <returns>[batch, …].</returns>
    protected abstract Tensor Elements(Tensor predictions, Tensor targets);

    /// <summary>
    /// How much each element counts in a mean: the mean divides by the sum of shares. Null where every element counts
    /// 1.
    /// </summary>
    /// <remarks>
    /// Weights of classes and ignored labels are stated here; a batch whose shares are all 0 has loss 0.
    /// </remarks>
    /// <param name="predictions">What the model gave.</param>
    /// <param name="targets">What it should have given.</param>
    /// <returns>A tensor of the shape of the elements, or null.</returns>
    protected virtual Tensor? Shares(Tensor predictions, Tensor targets) => null;

    /// <summary>
    /// Checks that there is a target for every prediction, and gives the targets the type of the predictions.
    /// </summary>
    /// <remarks>
    /// Broadcasting [32] against [32, 1] would compare every prediction with every target, which nobody wants.
    /// </remarks>
    protected Tensor TargetsLike(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        return Pairing.TargetsLike(predictions, targets, this);
    }

    /// <summary>The losses of the elements, and what each counts: for metrics that gather them over batches.</summary>
    internal (Tensor Elements, Tensor? Shares) Parts(Tensor predictions, Tensor targets) =>
        (Elements(predictions, targets), Shares(predictions, targets));

    /// <summary>The losses of the elements times their weights, and what each counts in the mean, if any.</summary>
    internal (Tensor Elements, Tensor? Shares) Weighted(Tensor predictions, Tensor targets, Tensor? weights)
    {
        Tensor elements = Elements(predictions, targets);
        Tensor? aligned = weights is null
            ? null
            : SampleWeights.Align(weights, elements.Shape, elements.DType, this);
        Tensor weighted = aligned is null ? elements : elements * aligned;
        return Reduction switch
        {
            Reduction.None or Reduction.Sum => (weighted, null),
            Reduction.Mean => (weighted, Shares(predictions, targets)),
            _ => (weighted, WeightedShares(elements, Shares(predictions, targets), aligned)),
        };
    }

    /// <summary>The loss of a batch, of its parts.</summary>
    internal Tensor Reduced((Tensor Elements, Tensor? Shares) parts) => Reduction switch
    {
        Reduction.None => parts.Elements,
        Reduction.Sum => parts.Elements.Sum(),
        _ => Mean(parts.Elements, parts.Shares),
    };

    private static Tensor Mean(Tensor weighted, Tensor? shares)
    {
        if (shares is null)
        {
            return weighted.Mean();
        }

        // Where nothing counts, both sums are 0, and so is the loss: one such batch does not end a training.
        Tensor total = shares.Sum();
        return weighted.Sum() / total.IsEqual(0).Where(1, total);
    }

    private static Tensor? WeightedShares(Tensor elements, Tensor? shares, Tensor? weights) =>
        weights is null ? shares : shares is null ? weights.BroadcastTo(elements.Shape) : shares * weights;
}
