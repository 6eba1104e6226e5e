using System.Globalization;
using System.Text;

namespace Nabla.Data.Formats;

/// <summary>Parses the header of an NPY file: the text of a Python dictionary with three entries.</summary>
internal ref struct NpyHeaderParser
{
    private const int MostAxes = 32;
    private const string Remedy = "The file is damaged or no NPY file; save it again with numpy.save.";

    private readonly string _path;
    private readonly int _offset;
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private NpyHeaderParser(string path, ReadOnlySpan<char> text, int offset)
    {
        _path = path;
        _text = text;
        _offset = offset;
    }

    /// <summary>Parses a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">The bytes after the length of the header.</param>
    /// <param name="offset">Where they stand in the file.</param>
    public static NpyHeader Parse(string path, ReadOnlySpan<byte> header, int offset) =>
        new NpyHeaderParser(path, Encoding.Latin1.GetString(header), offset).Parse();

    private NpyHeader Parse()
    {
        string? type = null;
        bool? isFortran = null;
        long[]? shape = null;
        Expect('{');
        while (!TryTake('}'))
        {
            string key = String();
            Expect(':');
            if (key == "descr" && type is null)
            {
                type = Next() == '\'' || Next() == '"' ? String() : throw Invalid(
                    "the elements are records of several fields", "Save each field as an array of its own.");
            }
            else if (key == "fortran_order" && isFortran is null)
            {
                isFortran = Boolean();
            }
            else if (key == "shape" && shape is null)
            {
                shape = Shape();
            }
            else
            {
                throw Invalid($"the header has an entry '{key}' that is unknown or twice there");
            }

            if (!TryTake(','))
            {
                Expect('}');
                break;
            }
        }

        if (Next() != '\0')
        {
            throw Invalid("something follows the dictionary of the header");
        }

        return type is null || isFortran is null || shape is null
            ? throw Invalid("the header lacks one of 'descr', 'fortran_order' and 'shape'")
            : new NpyHeader(ElementType(type), type[0] == '>', isFortran.Value, shape);
    }

    private readonly string ElementType(string type) =>
        type.Length > 1 && "<>|=".Contains(type[0]) && NpyHeader.Types.Contains(type[1..])
            ? type[1..]
            : throw Invalid(
                $"the elements are of type '{type}' where {string.Join(", ", NpyHeader.Types)} are read",
                "Convert the array to one of them, as with array.astype(numpy.float32).");

    private long[] Shape()
    {
        var extents = new List<long>();
        Expect('(');
        while (!TryTake(')'))
        {
            int start = Start();
            while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
            {
                _position++;
            }

            ReadOnlySpan<char> digits = _text[start.._position];
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long extent)
                || extents.Count == MostAxes)
            {
                throw Invalid($"the shape is no list of at most {MostAxes} whole numbers");
            }

            extents.Add(extent);
            if (!TryTake(','))
            {
                Expect(')');
                break;
            }
        }

        return [.. extents];
    }

    private bool Boolean()
    {
        int start = Start();
        bool value = _text[start..].StartsWith("True");
        if (!value && !_text[start..].StartsWith("False"))
        {
            throw Invalid("'fortran_order' is neither True nor False");
        }

        _position += value ? "True".Length : "False".Length;
        return value;
    }

    private string String()
    {
        char quote = Next();
        int length = quote is '\'' or '"' ? _text[(_position + 1)..].IndexOf(quote) : -1;
        if (length < 0)
        {
            throw Invalid("a text in quotes is expected in the header");
        }

        string text = _text.Slice(_position + 1, length).ToString();
        _position += length + 2;
        return text;
    }

    private void Expect(char expected)
    {
        if (!TryTake(expected))
        {
            throw Invalid($"'{expected}' is expected in the header");
        }
    }

    private bool TryTake(char wanted)
    {
        bool isThere = Next() == wanted;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    // The next character that is no space; zero at the end.
    private char Next() => Start() < _text.Length ? _text[_position] : '\0';

    private int Start()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        return _position;
    }

    private readonly InvalidFileException Invalid(string problem, string remedy = Remedy) =>
        new(_path, _offset + _position, problem, remedy);
}
