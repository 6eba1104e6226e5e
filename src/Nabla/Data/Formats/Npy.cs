using Nabla.Data.Formats;

namespace Nabla;

/// <summary>Reads and writes NPY files, the arrays of NumPy.</summary>
/// <remarks>
/// Versions 1 to 3 are read, row-major and Fortran order, little- and big-endian. Types that tensors do not have become
/// the next larger one: <c>int8</c>, <c>int16</c> and <c>uint16</c> int32, <c>uint32</c> and <c>uint64</c> int64,
/// <c>float16</c> float32. Objects are pickled programs and are refused. Format: NumPy Enhancement Proposal 1.
/// </remarks>
public static class Npy
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidFileException">The file is no NPY file, damaged, or of another type.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Tensor Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16,
            FileOptions.SequentialScan);
        return file.CanSeek
            ? NpyReader.Read(path, file, file.Length, maximumRatio: 1)
            : throw new InvalidFileException(path, 0, "this is a pipe or a device", "Save it to a file first.");
    }

    /// <summary>Writes a file, atomically (see <see cref="AtomicFile"/>), to the byte as NumPy does.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="tensor">The tensor; it is computed if need be.</param>
    /// <exception cref="FileWriteException">The file cannot be written; the old one is still there, whole.</exception>
    public static void Save(string path, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.Evaluate();
        AtomicFile.Write(path, stream => NpyWriter.Write(stream, tensor));
    }
}
