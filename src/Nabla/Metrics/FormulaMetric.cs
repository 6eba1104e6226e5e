namespace Nabla;

/// <summary>The mean of a formula: <see cref="Metric.Of(string, Func{Tensor, Tensor, Tensor}, bool)"/>.</summary>
internal sealed class FormulaMetric : MeanMetric
{
    private readonly Func<Tensor, Tensor, Tensor> _elements;

    public FormulaMetric(Func<Tensor, Tensor, Tensor> elements, bool higherIsBetter)
    {
        ArgumentNullException.ThrowIfNull(elements);
        _elements = elements;
        HigherIsBetter = higherIsBetter;
    }

    public override bool HigherIsBetter { get; }

    protected override Tensor Elements(Tensor predictions, Tensor targets) => _elements(predictions, targets)
        ?? throw new InvalidOperationException($"The formula of {Name} gave null; return one number an element.");
}
