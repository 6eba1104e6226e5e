using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Nabla.Data.Formats;

/// <summary>Reads safetensors files, tensor by tensor, without trusting them.</summary>
/// <remarks>
/// <para>
/// Opening reads and checks the header alone: its length against the file's before anything is allocated, then every
/// name, type, extent and offset; the tensors must tile the data. A tensor's bytes are read when they are asked for, at
/// their position, so files larger than memory are fine and any number of threads may read at once.
/// </para>
/// <para>Bytes are little-endian, as in the file; a <c>BOOL</c> is not checked for being 0 or 1.</para>
/// <para>Format: https://github.com/huggingface/safetensors.</para>
/// </remarks>
public sealed class SafetensorsReader : IDisposable
{
    private readonly SafeFileHandle _file;

    private SafetensorsReader(string path, SafeFileHandle file, SafetensorsHeader header)
    {
        FilePath = path;
        _file = file;
        Tensors = header.Tensors;
        Metadata = header.Metadata;
    }

    /// <summary>The file, as it was named to <see cref="Open"/>.</summary>
    public string FilePath { get; }

    /// <summary>The tensors of the file by name.</summary>
    public IReadOnlyDictionary<string, SafetensorsTensor> Tensors { get; }

    /// <summary>The free text of the file by key; empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file to read.</param>
    /// <exception cref="InvalidFileException">
    /// The file is no safetensors file, cut short, damaged or hostile.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SafetensorsReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        try
        {
            return new SafetensorsReader(path, file, ReadHeader(path, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads all bytes of a tensor.</summary>
    /// <param name="name">The name of a tensor of this file.</param>
    /// <param name="destination">As long as the tensor, to the byte.</param>
    /// <exception cref="KeyNotFoundException">The file has no such tensor.</exception>
    /// <exception cref="ArgumentException">The destination is not as long as the tensor.</exception>
    /// <exception cref="InvalidFileException">The file became shorter since it was opened.</exception>
    public void ReadBytes(string name, Span<byte> destination)
    {
        SafetensorsTensor tensor = Find(name);
        if (destination.Length != tensor.Length)
        {
            throw new ArgumentException(
                $"Tensor '{tensor}' of '{FilePath}' has {tensor.Length} bytes but the destination has " +
                $"{destination.Length}; give it a span of that length, or read it in parts.", nameof(destination));
        }

        ReadBytes(name, 0, destination);
    }

    /// <summary>Reads a part of a tensor; the way to read one of more than 2 GB.</summary>
    /// <param name="name">The name of a tensor of this file.</param>
    /// <param name="start">The first byte to read, counted from the tensor's own first one.</param>
    /// <param name="destination">Is filled whole.</param>
    /// <exception cref="KeyNotFoundException">The file has no such tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the tensor.</exception>
    /// <exception cref="InvalidFileException">The file became shorter since it was opened.</exception>
    public void ReadBytes(string name, long start, Span<byte> destination)
    {
        SafetensorsTensor tensor = Find(name);
        if (start < 0 || start > tensor.Length - destination.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start), start,
                $"{destination.Length} bytes from byte {start} on are not within the {tensor.Length} bytes of tensor " +
                $"'{tensor}' of '{FilePath}'.");
        }

        ReadExactly(FilePath, _file, tensor.Offset + start, destination);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static SafetensorsHeader ReadHeader(string path, SafeFileHandle file)
    {
        const string Remedy = "It is cut short or no safetensors file; fetch it or save it again.";
        long fileLength = RandomAccess.GetLength(file);
        if (fileLength < SafetensorsHeader.PrefixLength)
        {
            throw new InvalidFileException(path, fileLength, "the file ends before the length of its header", Remedy);
        }

        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        ReadExactly(path, file, 0, prefix);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > (ulong)(fileLength - SafetensorsHeader.PrefixLength))
        {
            throw new InvalidFileException(
                path, 0, $"the file claims a header of {headerLength} bytes but has only {fileLength} bytes", Remedy);
        }

        if (headerLength > SafetensorsHeader.MaximumLength)
        {
            throw new InvalidFileException(
                path, 0,
                $"the header has {headerLength} bytes where the format allows {SafetensorsHeader.MaximumLength}",
                "Split the file into several.");
        }

        byte[] header = new byte[(int)headerLength];
        ReadExactly(path, file, SafetensorsHeader.PrefixLength, header);
        return SafetensorsHeaderParser.Parse(path, header, fileLength);
    }

    private SafetensorsTensor Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Tensors.TryGetValue(name, out SafetensorsTensor? tensor))
        {
            return tensor;
        }

        const int Shown = 10;
        string names = string.Join(", ", Tensors.Keys.Order(StringComparer.Ordinal).Take(Shown));
        string more = Tensors.Count > Shown ? $" and {Tensors.Count - Shown} more" : "";
        throw new KeyNotFoundException($"'{FilePath}' has no tensor '{name}'. It holds: {names}{more}.");
    }

    private static void ReadExactly(string path, SafeFileHandle file, long offset, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            int read = RandomAccess.Read(file, destination, offset);
            if (read == 0)
            {
                throw new InvalidFileException(
                    path, offset, "the file became shorter while it was read",
                    "Wait until it is complete, then open it again.");
            }

            destination = destination[read..];
            offset += read;
        }
    }
}
