using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>The arrays of an NPZ file by name; each is read from the file whenever it is asked for.</summary>
/// <remarks>Keep what you use more than once. Any number of threads may read at once.</remarks>
public sealed class NpzDictionary : IReadOnlyDictionary<string, Tensor>
{
    private const string Remedy = "The file is damaged or no NPZ file; save it again with numpy.savez.";

    private readonly string _path;
    private readonly string[] _names;

    private NpzDictionary(string path, string[] names)
    {
        _path = path;
        _names = names;
    }

    /// <summary>The number of arrays.</summary>
    public int Count => _names.Length;

    /// <summary>The names of the arrays, in the order of the file.</summary>
    public IEnumerable<string> Keys => _names;

    /// <summary>The arrays, read one after the other.</summary>
    public IEnumerable<Tensor> Values => _names.Select(name => this[name]);

    /// <summary>Reads an array.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such array; the message lists those there are.</exception>
    /// <exception cref="InvalidFileException">The array is damaged or of another type.</exception>
    public Tensor this[string key] => TryGetValue(key, out Tensor? tensor) ? tensor : throw new KeyNotFoundException(
        $"'{_path}' has no array '{key}'. It holds: {string.Join(", ", _names)}.");

    /// <summary>Whether there is an array of a name.</summary>
    /// <param name="key">The name.</param>
    public bool ContainsKey(string key) => _names.Contains(key);

    /// <summary>Reads an array if it is there.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The array.</param>
    /// <exception cref="InvalidFileException">The array is damaged or of another type.</exception>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor value)
    {
        value = ContainsKey(key) ? Reading(_path, archive => Read(archive, key)) : null;
        return value is not null;
    }

    /// <summary>Two arrays as examples to learn from.</summary>
    /// <param name="inputs">The name of the inputs, [examples, …].</param>
    /// <param name="targets">The name of the targets, [examples, …].</param>
    /// <exception cref="ShapeMismatchException">There is not one target for each input.</exception>
    public TensorDataset ToDataset(string inputs, string targets) => new(this[inputs], this[targets]);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() =>
        _names.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static NpzDictionary Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new NpzDictionary(path, Reading(path, archive =>
        {
            string[] names =
            [
                .. archive.Entries.Select(entry => Npz.NameOf(entry.FullName) ?? throw new InvalidFileException(
                    path, 0, $"the archive holds '{entry.FullName}', which is no array", Remedy)),
            ];
            return names.Distinct(StringComparer.Ordinal).Count() == names.Length
                ? names
                : throw new InvalidFileException(path, 0, "two arrays have one name", Remedy);
        }));
    }

    private Tensor Read(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.Entries.First(entry => Npz.NameOf(entry.FullName) == name);
        if (!Deflate.IsReachable(entry.Length, entry.CompressedLength))
        {
            throw new InvalidFileException(
                _path, 0, $"{entry.CompressedLength} compressed bytes cannot hold the {entry.Length} of '{name}'",
                Remedy);
        }

        using var content = new ChecksumStream(entry.Open());
        Tensor tensor = NpyReader.Read($"{_path}/{entry.FullName}", content, entry.Length, Deflate.MaximumRatio);
        return content.Checksum == entry.Crc32 ? tensor : throw new InvalidFileException(
            _path, 0, $"the checksum of '{name}' is not the one in the archive", Remedy);
    }

    private static T Reading<T>(string path, Func<ZipArchive, T> read)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return read(archive);
        }
        catch (Exception exception) when (Deflate.IsDamage(exception)
            || exception is NotSupportedException or ArgumentException or EndOfStreamException)
        {
            throw new InvalidFileException(path, 0, "the zip archive is damaged or cut short", Remedy, exception);
        }
    }
}
