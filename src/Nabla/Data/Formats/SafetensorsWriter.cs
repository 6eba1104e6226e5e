using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nabla.Data.Formats;

/// <summary>Writes safetensors files, the same bytes for the same content.</summary>
/// <remarks>
/// Tensors are laid out by element size, largest first, then by name (ordinal), and the header is padded with spaces to
/// a multiple of eight bytes: each tensor starts at a multiple of its element size, and the order in which tensors and
/// metadata were added leaves no trace in the file. This is also the order of the format's reference implementation.
/// </remarks>
public sealed class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int ChunkLength = 1 << 20;

    private static readonly UTF8Encoding s_strictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);

    /// <summary>Adds a line of free text.</summary>
    /// <param name="key">Its key, unique within the file.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The key is there already, or a text is not valid Unicode.</exception>
    public void AddMetadata(string key, string value)
    {
        ThrowIfNotUnicode(key, nameof(key));
        ThrowIfNotUnicode(value, nameof(value));
        if (!_metadata.TryAdd(key, value))
        {
            throw new ArgumentException($"The metadata '{key}' was added already; give each key once.", nameof(key));
        }
    }

    /// <summary>Adds a tensor that lies in memory. It is written, not copied: leave it as it is until then.</summary>
    /// <param name="name">Its name, unique within the file.</param>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Its extents, outermost first; empty for a scalar.</param>
    /// <param name="content">All its bytes, row-major and little-endian.</param>
    /// <exception cref="ArgumentException">
    /// The name is there already or reserved, or the content does not fit type and shape.
    /// </exception>
    public void Add(string name, SafetensorsType type, ReadOnlySpan<long> shape, ReadOnlyMemory<byte> content)
    {
        long length = ByteLength(type, shape);
        if (length != content.Length)
        {
            throw new ArgumentException(
                $"Tensor '{name}' of type {type.FormatName()} and shape [{string.Join(", ", shape.ToArray())}] has " +
                $"{length} bytes but got {content.Length}.", nameof(content));
        }

        Add(name, type, shape, (start, part) => content.Span.Slice((int)start, part.Length).CopyTo(part));
    }

    /// <summary>Adds a tensor that is asked for its bytes in parts, in order, when the file is written.</summary>
    /// <param name="name">Its name, unique within the file.</param>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Its extents, outermost first; empty for a scalar.</param>
    /// <param name="content">Is called until all bytes are written.</param>
    /// <exception cref="ArgumentException">The name is there already or reserved.</exception>
    public void Add(string name, SafetensorsType type, ReadOnlySpan<long> shape, SafetensorsContent content)
    {
        ThrowIfNotUnicode(name, nameof(name));
        ArgumentNullException.ThrowIfNull(content);
        if (string.Equals(name, SafetensorsHeader.MetadataKey, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is reserved by the format; choose another name.", nameof(name));
        }

        if (shape.Length > SafetensorsHeader.MaximumRank)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has {shape.Length} axes where {SafetensorsHeader.MaximumRank} can be read back.",
                nameof(shape));
        }

        if (!_items.TryAdd(name, new Item(name, type, shape.ToArray(), ByteLength(type, shape), content)))
        {
            throw new ArgumentException($"Tensor '{name}' was added already; give each its own name.", nameof(name));
        }
    }

    /// <summary>Writes the file, atomically (see <see cref="AtomicFile"/>).</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <exception cref="FileWriteException">The file cannot be written; the old one is still there, whole.</exception>
    public void Save(string path) => AtomicFile.Write(path, WriteTo);

    /// <summary>Writes the content of the file to a stream.</summary>
    /// <param name="stream">Where to write.</param>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Item[] items = [.. _items.Values
            .OrderByDescending(item => item.Type.SizeInBytes())
            .ThenBy(item => item.Name, StringComparer.Ordinal)];
        WriteHeader(stream, items);

        byte[] chunk = items.Length == 0 ? [] : new byte[Math.Min(ChunkLength, items.Max(item => item.Length))];
        foreach (Item item in items)
        {
            for (long start = 0; start < item.Length; start += chunk.Length)
            {
                Span<byte> part = chunk.AsSpan(0, (int)Math.Min(chunk.Length, item.Length - start));
                item.Content(start, part);
                stream.Write(part);
            }
        }
    }

    private void WriteHeader(Stream stream, Item[] items)
    {
        using var header = new MemoryStream();
        header.Write(stackalloc byte[SafetensorsHeader.PrefixLength]);

        // Relaxed: the file is no web page, and a configuration in the metadata stays readable in a hex dump.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(header, options))
        {
            json.WriteStartObject();
            WriteMetadata(json);
            long offset = 0;
            foreach (Item item in items)
            {
                WriteTensor(json, item, offset);
                offset = checked(offset + item.Length);
            }

            json.WriteEndObject();
        }

        while (header.Length % Alignment != 0)
        {
            header.WriteByte((byte)' ');
        }

        Span<byte> bytes = header.GetBuffer().AsSpan(0, (int)header.Length);
        int length = bytes.Length - SafetensorsHeader.PrefixLength;
        if (length > SafetensorsHeader.MaximumLength)
        {
            throw new InvalidOperationException(
                $"Names and metadata take {length} bytes where the format allows {SafetensorsHeader.MaximumLength}; " +
                "split the tensors into several files.");
        }

        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)length);
        stream.Write(bytes);
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (_metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach ((string key, string value) in _metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, Item item, long offset)
    {
        json.WriteStartObject(item.Name);
        json.WriteString("dtype", item.Type.FormatName());
        json.WriteStartArray("shape");
        foreach (long extent in item.Shape)
        {
            json.WriteNumberValue(extent);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + item.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long ByteLength(SafetensorsType type, ReadOnlySpan<long> shape)
    {
        long length = type.SizeInBytes();
        foreach (long extent in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
            if (extent != 0 && length > long.MaxValue / extent)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(shape), extent, "The tensor has more than 2^63 - 1 bytes.");
            }

            length *= extent;
        }

        return length;
    }

    private static void ThrowIfNotUnicode(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        try
        {
            _ = s_strictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("The text holds half a character (a lone surrogate).", parameter, exception);
        }
    }

    private sealed record Item(
        string Name, SafetensorsType Type, long[] Shape, long Length, SafetensorsContent Content);
}
