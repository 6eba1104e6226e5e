using System.Text;

namespace Nabla.Tabular;

/// <summary>Knows the cells that stand for a missing value.</summary>
internal sealed class MissingCells
{
    private readonly byte[][] _texts;
    private readonly bool _emptyIsMissing;
    private readonly bool[] _firstBytes = new bool[256];

    public MissingCells(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _emptyIsMissing = texts.Contains("");
        _texts = [.. texts.Where(text => text.Length > 0).Select(Encoding.UTF8.GetBytes)];
        foreach (byte[] text in _texts)
        {
            _firstBytes[text[0]] = true;
        }
    }

    public bool Contains(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return _emptyIsMissing;
        }

        if (!_firstBytes[cell[0]])
        {
            return false;
        }

        foreach (byte[] text in _texts)
        {
            if (cell.SequenceEqual(text))
            {
                return true;
            }
        }

        return false;
    }
}
