using System.IO.Compression;

namespace Nabla.Tabular;

/// <summary>A CSV file, plain or compressed with gzip, that is read once or more from its start.</summary>
internal sealed class CsvSource : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly FileStream _file;

    public CsvSource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength,
            FileOptions.SequentialScan);
        if (!_file.CanSeek)
        {
            _file.Dispose();
            throw new InvalidFileException(
                path, 0, "this is a pipe or a device, which cannot be read twice", "Save it to a file first.");
        }

        Path = path;
        bool isGzip = _file.ReadByte() == 0x1F && _file.ReadByte() == 0x8B;
        _file.Position = 0;
        Content = isGzip ? new GZipStream(_file, CompressionMode.Decompress) : _file;
    }

    public string Path { get; }

    /// <summary>What the file holds, decompressed.</summary>
    public Stream Content { get; }

    /// <summary>The share of the file that was read.</summary>
    public double Share => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    public void Dispose() => Content.Dispose();

    /// <summary>Refuses what is no text, by the first bytes of a file.</summary>
    public static void CheckIsText(string path, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            throw new InvalidFileException(
                path, 0, "this is a workbook or another zip archive and no text",
                "Open it in the program that made it and save it as CSV, or take the CSV file out of the archive.");
        }

        // UTF-16 announces itself by a mark of two bytes; without one its zeros look as binary as anything.
        bool isMarked = start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        int zero = isMarked ? -1 : start.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw new InvalidFileException(
                path, zero, "there is a zero byte, which text does not hold",
                "Check that it is a CSV file; if it is UTF-16 without a byte order mark, set CsvOptions.Encoding.");
        }
    }
}
