using System.Text;

namespace Nabla.Tabular;

/// <summary>Text, each different one kept once; a cell that was seen before allocates nothing.</summary>
internal sealed class TextFill : ColumnFill
{
    private const int Missing = -1;

    private readonly int[] _codes;
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private char[] _buffer = new char[256];

    public TextFill(CsvColumn column, int rows) : base(column)
    {
        _codes = new int[rows];
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        _codes[row] = Column.Missing.Contains(cell) ? Missing : CodeOf(cell);
        return true;
    }

    public override TableColumn ToColumn(int rows) =>
        TableColumn.OfCodes(Column.Name, First(_codes, rows), _texts);

    private int CodeOf(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > _buffer.Length)
        {
            _buffer = new char[cell.Length];
        }

        ReadOnlySpan<char> text = _buffer.AsSpan(0, Encoding.UTF8.GetChars(cell, _buffer));
        if (!_lookup.TryGetValue(text, out int code))
        {
            code = _texts.Count;
            string kept = text.ToString();
            _known.Add(kept, code);
            _texts.Add(kept);
        }

        return code;
    }
}
