using System.Globalization;
using System.Numerics;

namespace Nabla.Data;

/// <summary>Numbers: float32 and float64 with NaN where one is missing, int32 and int64 with none missing.</summary>
internal sealed class NumericColumn<T>(string name, T[] elements)
    : TableColumn(name, elements.Length, default(T) is float or double ? ColumnKind.Number : ColumnKind.Integer)
    where T : unmanaged, INumber<T>
{
    public override bool IsMissing(int row) => T.IsNaN(elements[row]);

    public override double Number(int row) => double.CreateTruncating(elements[row]);

    public override string? Text(int row) =>
        IsMissing(row) ? null : elements[row].ToString(null, CultureInfo.InvariantCulture);

    public override TableColumn Rename(string name) => new NumericColumn<T>(name, elements);

    public override TableColumn Select(ReadOnlySpan<int> rows) => new NumericColumn<T>(Name, Gather(elements, rows));

    private protected override long[]? Exact => elements as long[];

    internal override void CopyTo(Span<float> destination, int stride)
    {
        for (int row = 0, place = 0; row < elements.Length; row++, place += stride)
        {
            destination[place] = float.CreateTruncating(elements[row]);
        }
    }
}
