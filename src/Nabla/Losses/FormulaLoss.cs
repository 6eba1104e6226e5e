namespace Nabla;

/// <summary>A loss of a formula: <see cref="Loss.Of"/>.</summary>
internal sealed class FormulaLoss : Loss
{
    private readonly string _name;
    private readonly Func<Tensor, Tensor, Tensor> _elements;

    public FormulaLoss(string name, Func<Tensor, Tensor, Tensor> elements)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(elements);
        _name = name;
        _elements = elements;
    }

    public override string ToString() => _name;

    protected override Tensor Elements(Tensor predictions, Tensor targets) => _elements(predictions, targets)
        ?? throw new InvalidOperationException($"The formula of {_name} gave null; return the losses of the elements.");
}
