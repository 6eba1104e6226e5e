using System.Text.Json;
using System.Text.Unicode;

namespace Nabla.Data.Formats;

/// <summary>
/// Parses the JSON header of a safetensors file and checks every number in it before anybody uses it.
/// </summary>
/// <remarks>
/// Stricter than JSON, as the format asks: duplicate names are refused (which of two is meant would depend on the
/// parser), unknown fields too, and the ranges of all tensors must tile the data exactly.
/// </remarks>
internal ref struct SafetensorsHeaderParser
{
    // The root, a tensor, an array of it.
    private const int MaximumDepth = 3;

    private const string Remedy = "The file is damaged or no safetensors file; fetch it or save it again.";

    private readonly string _path;
    private readonly long _dataStart;
    private readonly long _dataLength;
    private readonly Dictionary<string, SafetensorsTensor> _tensors = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _metadata;
    private Utf8JsonReader _reader;

    private SafetensorsHeaderParser(string path, ReadOnlySpan<byte> header, long fileLength)
    {
        _path = path;
        _dataStart = SafetensorsHeader.PrefixLength + header.Length;
        _dataLength = fileLength - _dataStart;
        _reader = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = MaximumDepth });
    }

    /// <summary>Parses a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">The bytes between the length and the data.</param>
    /// <param name="fileLength">The length of the whole file.</param>
    /// <exception cref="InvalidFileException">Anything in the header is wrong.</exception>
    public static SafetensorsHeader Parse(string path, ReadOnlySpan<byte> header, long fileLength)
    {
        // Utf8JsonReader checks the text of a string only when it is asked for; here nothing invalid gets that far.
        if (!Utf8.IsValid(header))
        {
            throw new InvalidFileException(
                path, SafetensorsHeader.PrefixLength, "the header is not valid UTF-8", Remedy);
        }

        if (header.IsEmpty || header[0] != (byte)'{')
        {
            throw new InvalidFileException(
                path, SafetensorsHeader.PrefixLength, "the header does not start with '{'", Remedy);
        }

        var parser = new SafetensorsHeaderParser(path, header, fileLength);
        parser.ParseRoot();
        parser.CheckTiling();
        return new SafetensorsHeader(parser._tensors, parser._metadata ?? []);
    }

    private void ParseRoot()
    {
        Expect(JsonTokenType.StartObject, "the header must be an object");
        while (Next() != JsonTokenType.EndObject)
        {
            string name = Text();
            if (string.Equals(name, SafetensorsHeader.MetadataKey, StringComparison.Ordinal))
            {
                ParseMetadata();
            }
            else
            {
                ParseTensor(name);
            }
        }

        if (Read())
        {
            throw Invalid("something follows the header's closing brace");
        }
    }

    private void ParseMetadata()
    {
        if (_metadata is not null)
        {
            throw Invalid($"'{SafetensorsHeader.MetadataKey}' appears twice");
        }

        _metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        Expect(JsonTokenType.StartObject, $"'{SafetensorsHeader.MetadataKey}' must be an object");
        while (Next() != JsonTokenType.EndObject)
        {
            string key = Text();
            Expect(JsonTokenType.String, $"the metadata '{key}' must be a string");
            if (!_metadata.TryAdd(key, Text()))
            {
                throw Invalid($"the metadata '{key}' appears twice");
            }
        }
    }

    private void ParseTensor(string name)
    {
        SafetensorsType? type = null;
        long[]? shape = null;
        long[]? range = null;
        Expect(JsonTokenType.StartObject, $"tensor '{name}' must be an object");
        while (Next() != JsonTokenType.EndObject)
        {
            string field = Text();
            switch (field)
            {
                case "dtype" when type is null:
                    type = ParseType(name);
                    break;
                case "shape" when shape is null:
                    shape = ParseIntegers(name, field);
                    break;
                case "data_offsets" when range is null:
                    range = ParseIntegers(name, field);
                    break;
                default:
                    throw Invalid($"tensor '{name}' has an unknown or repeated field '{field}'");
            }
        }

        if (type is null || shape is null || range is not [long begin, long end])
        {
            throw Invalid($"tensor '{name}' needs 'dtype', 'shape' and two 'data_offsets'");
        }

        if (begin > end || end > _dataLength)
        {
            throw Invalid($"tensor '{name}' claims bytes {begin} to {end} of {_dataLength} bytes of data");
        }

        if (!TryByteLength(shape, type.Value.SizeInBytes(), _dataLength, out long length) || length != end - begin)
        {
            throw Invalid(
                $"tensor '{name}' of type {type.Value.FormatName()} and shape [{string.Join(", ", shape)}] " +
                $"does not fill its {end - begin} bytes");
        }

        var tensor = new SafetensorsTensor(name, type.Value, shape, _dataStart + begin, length);
        if (!_tensors.TryAdd(name, tensor))
        {
            throw Invalid($"tensor '{name}' appears twice");
        }
    }

    private SafetensorsType ParseType(string name)
    {
        Expect(JsonTokenType.String, $"the type of tensor '{name}' must be a string");
        string text = Text();
        return SafetensorsTypes.TryParse(text, out SafetensorsType type)
            ? type
            : throw new InvalidFileException(
                _path, Position, $"tensor '{name}' has the type '{text}', which is none of {SafetensorsTypes.AllNames}",
                "Convert the tensor to one of them.");
    }

    private long[] ParseIntegers(string name, string field)
    {
        Expect(JsonTokenType.StartArray, $"the {field} of tensor '{name}' must be an array");
        var values = new List<long>(4);
        while (Next() != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out long value) || value < 0)
            {
                throw Invalid($"the {field} of tensor '{name}' must hold integers from 0 to 2^63 - 1");
            }

            if (values.Count == SafetensorsHeader.MaximumRank)
            {
                throw Invalid($"the {field} of tensor '{name}' has more than {SafetensorsHeader.MaximumRank} entries");
            }

            values.Add(value);
        }

        return [.. values];
    }

    // False where the product exceeds the limit, whatever its size: the division never overflows.
    private static bool TryByteLength(long[] shape, int elementSize, long limit, out long length)
    {
        length = elementSize;
        if (shape.Contains(0))
        {
            length = 0;
            return true;
        }

        foreach (long extent in shape)
        {
            if (extent > limit / length)
            {
                return false;
            }

            length *= extent;
        }

        return length <= limit;
    }

    // Each byte of the data belongs to exactly one tensor: nothing hides in a gap, no two tensors share memory.
    private readonly void CheckTiling()
    {
        long expected = _dataStart;
        foreach (SafetensorsTensor tensor in _tensors.Values.OrderBy(t => t.Offset).ThenBy(t => t.Length))
        {
            if (tensor.Offset != expected)
            {
                string problem = tensor.Offset < expected ? "overlaps the tensor before it" : "leaves a gap before it";
                throw new InvalidFileException(_path, tensor.Offset, $"tensor '{tensor.Name}' {problem}", Remedy);
            }

            expected += tensor.Length;
        }

        if (expected != _dataStart + _dataLength)
        {
            throw new InvalidFileException(
                _path, expected, $"{_dataStart + _dataLength - expected} bytes belong to no tensor", Remedy);
        }
    }

    private readonly long Position => SafetensorsHeader.PrefixLength + _reader.TokenStartIndex;

    private void Expect(JsonTokenType type, string problem)
    {
        if (Next() != type)
        {
            throw Invalid(problem);
        }
    }

    private JsonTokenType Next() => Read() ? _reader.TokenType : throw Invalid("the header ends too early");

    private bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException exception)
        {
            throw new InvalidFileException(
                _path, SafetensorsHeader.PrefixLength + _reader.BytesConsumed,
                "the header is not the JSON of a safetensors file", Remedy, exception);
        }
    }

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // An escape such as \ud800 that is half a character.
            throw new InvalidFileException(
                _path, Position, "the header holds text that is not valid Unicode", Remedy, exception);
        }
    }

    private readonly InvalidFileException Invalid(string problem) => new(_path, Position, problem, Remedy);
}
