using System.Globalization;
using System.Text.Unicode;

namespace Nabla.Tabular;

/// <summary>Finds out what a column is, from all its cells in any order.</summary>
internal sealed class ColumnScan(MissingCells missing, byte point)
{
    // Beyond it whole numbers have gaps in float32.
    private const long ExactInSingle = 1 << 24;

    private bool _canBeInteger = true;
    private bool _canBeNumber = true;
    private bool _canBeBoolean = true;
    private bool _canBeDate = true;
    private long _smallest = long.MaxValue;
    private long _largest = long.MinValue;
    private int _missing;
    private int _values;
    private bool _exceedsSingle;

    /// <summary>Whether any cell has a value.</summary>
    public bool HasValues => _values > 0;

    /// <summary>Whether all whole numbers fit 32 bits.</summary>
    public bool FitsInt32 => _smallest >= int.MinValue && _largest <= int.MaxValue;

    /// <summary>Whether float32 would change numbers more than by rounding.</summary>
    public bool NeedsDouble => _exceedsSingle
        || (_canBeInteger && _values > 0 && (_smallest < -ExactInSingle || _largest > ExactInSingle));

    /// <summary>What the column is; numbers where every cell is missing.</summary>
    public ColumnKind Kind =>
        _values == 0 ? ColumnKind.Number
        : _canBeInteger && _missing == 0 ? ColumnKind.Integer
        : _canBeNumber ? ColumnKind.Number
        : _canBeBoolean && _missing == 0 ? ColumnKind.Boolean
        : _canBeDate ? ColumnKind.Date
        : ColumnKind.Text;

    /// <summary>Takes note of a cell; false if it is no valid UTF-8.</summary>
    public bool Observe(ReadOnlySpan<byte> cell)
    {
        if (missing.Contains(cell))
        {
            _missing++;
            return true;
        }

        _values++;
        if (_canBeNumber)
        {
            if (NumberSyntax.IsNumber(cell, point, out bool isInteger))
            {
                _canBeBoolean = _canBeDate = false;
                ObserveNumber(cell, isInteger);
                return true;
            }

            _canBeNumber = _canBeInteger = false;
        }

        _canBeBoolean = _canBeBoolean && CsvCells.TryBoolean(cell, out _);
        _canBeDate = _canBeDate && CsvCells.TryDate(cell, out _);
        return Utf8.IsValid(cell);
    }

    private void ObserveNumber(ReadOnlySpan<byte> cell, bool isInteger)
    {
        _canBeInteger = _canBeInteger && isInteger;
        if (isInteger && long.TryParse(
            cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            _smallest = Math.Min(_smallest, value);
            _largest = Math.Max(_largest, value);
            return;
        }

        _canBeInteger = false;
        _exceedsSingle = _exceedsSingle || NumberSyntax.ExceedsSingle(cell, point);
    }
}
