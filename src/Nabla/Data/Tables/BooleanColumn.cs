namespace Nabla.Data;

/// <summary>Truth values, none missing.</summary>
internal sealed class BooleanColumn(string name, bool[] elements)
    : TableColumn(name, elements.Length, ColumnKind.Boolean)
{
    public override bool IsMissing(int row) => false;

    public override double Number(int row) => elements[row] ? 1 : 0;

    public override string? Text(int row) => elements[row] ? "true" : "false";

    public override TableColumn Rename(string name) => new BooleanColumn(name, elements);

    public override TableColumn Select(ReadOnlySpan<int> rows) => new BooleanColumn(Name, Gather(elements, rows));
}
