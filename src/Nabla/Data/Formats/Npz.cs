using System.IO.Compression;
using Nabla.Data.Formats;

namespace Nabla;

/// <summary>Reads and writes NPZ files, the named arrays of NumPy: a zip archive of NPY files.</summary>
/// <example><code>
/// NpzDictionary mnist = Npz.Load("mnist.npz");
/// TensorDataset train = mnist.ToDataset("x_train", "y_train");
/// </code></example>
public static class Npz
{
    private const string Extension = ".npy";

    /// <summary>Opens a file and reads the names of its arrays; each array is read when it is asked for.</summary>
    /// <param name="path">The file, stored or compressed.</param>
    /// <exception cref="InvalidFileException">The file is no zip archive of NPY files, or damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NpzDictionary Load(string path) => NpzDictionary.Open(path);

    /// <summary>Writes a file, atomically (see <see cref="AtomicFile"/>).</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="tensors">The tensors by name; they are computed if need be.</param>
    /// <param name="compress">Whether arrays are deflated, as by <c>numpy.savez_compressed</c>.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="FileWriteException">The file cannot be written; the old one is still there, whole.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.ContainsKey(""))
        {
            throw new ArgumentException("An array has no name; name each.", nameof(tensors));
        }

        Tensor.Evaluate([.. tensors.Values]);
        AtomicFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string name, Tensor tensor) in tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = archive.CreateEntry(
                    name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);

                // The time of writing would make two files of the same arrays differ; this is the zero of zip.
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using Stream content = entry.Open();
                NpyWriter.Write(content, tensor);
            }
        });
    }

    /// <summary>The name of the array that an entry of the archive holds; null if it holds none.</summary>
    internal static string? NameOf(string entry) =>
        entry.EndsWith(Extension, StringComparison.Ordinal) && entry.Length > Extension.Length
            ? entry[..^Extension.Length]
            : null;
}
