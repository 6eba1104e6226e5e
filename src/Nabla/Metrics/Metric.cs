using System.Text;

namespace Nabla;

/// <summary>A number about predictions that is counted up over many batches.</summary>
/// <remarks>
/// A metric is pure: it says how its state begins, how a batch changes it, and what it comes to. The state runs within
/// the program of a step. Since it holds counts and sums, any split into batches comes to the same number. What cannot
/// be counted in a state of fixed size is a <see cref="CollectedMetric"/>.
/// </remarks>
[ComponentFamily("metric")]
public abstract class Metric
{
    /// <summary>The name in histories and progress lines, such as <c>accuracy</c>.</summary>
    /// <remarks>Unless given, the name of the type as Keras writes it: <c>mean_squared_error</c>.</remarks>
    [ComponentProperty]
    public virtual string Name
    {
        get => field ?? DefaultName;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    }

    /// <summary>
    /// Whether a larger result is a better one, as with an accuracy and unlike an error; what stops early or keeps the
    /// best model asks for it.
    /// </summary>
    public virtual bool HigherIsBetter => true;

    /// <summary>A metric that is the mean of a formula over all elements.</summary>
    /// <param name="name">The name in histories.</param>
    /// <param name="elements">Predictions and targets to one number for each element or example: [batch, …].</param>
    /// <param name="higherIsBetter">Whether a larger mean is a better one.</param>
    /// <example><code>Metric.Of("bias", (p, t) => p - t)</code></example>
    public static Metric Of(string name, Func<Tensor, Tensor, Tensor> elements, bool higherIsBetter = false) =>
        new FormulaMetric(elements, higherIsBetter) { Name = name };

    /// <summary>Any loss is a metric: its mean over all elements of all batches, under the name of the loss.</summary>
    /// <param name="loss">The loss; its reduction does not matter.</param>
    /// <example><code>Metrics = { new Accuracy(), new MeanAbsoluteError() }</code></example>
    public static implicit operator Metric(Loss loss) => Of(loss);

    /// <summary>The metric of a loss: its mean over all elements of all batches.</summary>
    /// <param name="loss">The loss; its reduction does not matter.</param>
    public static Metric Of(Loss loss) => new LossMetric(loss);

    /// <summary>The state before the first batch: as a rule int64 counts and float64 sums.</summary>
    public abstract IReadOnlyList<Tensor> CreateState();

    /// <summary>The state after one more batch.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <param name="weights">How much each example counts, [batch]; all 1 when there are none.</param>
    /// <exception cref="ShapeMismatchException">Predictions, targets and weights do not belong together.</exception>
    public abstract IReadOnlyList<Tensor> Update(
        IReadOnlyList<Tensor> state, Tensor predictions, Tensor targets, Tensor? weights = null);

    /// <summary>What the state comes to; NaN when no batch was counted.</summary>
    public abstract double Result(IReadOnlyList<Tensor> state);

    /// <summary>What it comes to for these predictions alone.</summary>
    /// <inheritdoc cref="Update"/>
    public virtual double Evaluate(Tensor predictions, Tensor targets, Tensor? weights = null) =>
        Result(Update(CreateState(), predictions, targets, weights));

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The name where none was given.</summary>
    protected virtual string DefaultName => InWords(GetType().Name);

    /// <summary>The name of a type as Keras writes it: <c>TopKAccuracy</c> is <c>top_k_accuracy</c>.</summary>
    internal static string InWords(string typeName)
    {
        var name = new StringBuilder();
        foreach (char letter in typeName)
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
