using Nabla.Data;

namespace Nabla;

/// <summary>60,000 color photographs of 32 × 32 pixels in ten classes.</summary>
/// <remarks>
/// Source: A. Krizhevsky, Learning multiple layers of features from tiny images, 2009. The repository does not ship it:
/// its authors state no licence.
/// </remarks>
public sealed class Cifar10
{
    /// <summary>The name of the set, and of its folder.</summary>
    private const string Set = "cifar10";

    private const int Extent = 32;
    private const int Channels = 3;
    private const int Pixels = Extent * Extent;
    private const int Record = 1 + (Pixels * Channels);
    private const float White = 255;

    // One for all sets: programs are compiled once for each transform.
    private static readonly BatchTransform s_toUnitInterval =
        (batch, _) => batch.WithInputs(batch.Input.Cast(DType.Float32) * (1 / White));

    private Cifar10(string folder)
    {
        Folder = folder;
        Train = Read(folder, TrainFiles);
        Test = Read(folder, [TestFile]);
    }

    /// <summary>The names of the classes by label.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>
    /// The 50,000 examples to learn from. Inputs are float32 [32, 32, 3] from 0 to 1; targets int32 labels.
    /// </summary>
    public Dataset Train { get; }

    /// <summary>The 10,000 examples to judge by.</summary>
    public Dataset Test { get; }

    /// <summary>The folder that the files were read from.</summary>
    public string Folder { get; }

    private static string[] TrainFiles => [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")];

    private static string TestFile => "test_batch.bin";

    /// <summary>Reads the six files of the binary version.</summary>
    /// <param name="folder">
    /// The folder that has <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c>; by default
    /// <c>data/cifar10</c> beside the program or in a folder above, or what the environment variable <c>NABLA_DATA</c>
    /// says.
    /// </param>
    /// <exception cref="FileNotFoundException">The files are nowhere; the message lists the places.</exception>
    /// <exception cref="InvalidFileException">A file is damaged.</exception>
    public static Cifar10 Load(string? folder = null) => new(
        new DataFolder(
            Set, folder, DataFolder.FromEnvironment, AppContext.BaseDirectory, Environment.CurrentDirectory)
            .Locate(
                place => [.. TrainFiles.Append(TestFile).Where(name => !File.Exists(Path.Combine(place, name)))],
                "The files of CIFAR-10 (data_batch_1.bin to data_batch_5.bin and test_batch.bin)",
                "Its author publishes them as the binary version of CIFAR-10 (cifar-10-binary.tar.gz); unpack it into "
                + $"data/{Set}, or name its folder ({DataFolder.Ways})."));

    private static Dataset Read(string folder, string[] files)
    {
        var images = new List<byte[]>();
        var labels = new List<int>();
        foreach (string path in files.Select(file => Path.Combine(folder, file)))
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (bytes.Length == 0 || bytes.Length % Record != 0)
            {
                throw new InvalidFileException(
                    path, bytes.Length, $"{bytes.Length} bytes are no whole number of records of {Record} bytes",
                    "Fetch the file again; it is of the binary version of CIFAR-10.");
            }

            images.Add(ToPixels(bytes));
            for (int at = 0; at < bytes.Length; at += Record)
            {
                labels.Add(bytes[at] < Classes.Count
                    ? bytes[at]
                    : throw new InvalidFileException(
                        path, at, $"the label is {bytes[at]} where 0 to {Classes.Count - 1} are expected",
                        "Fetch the file again; it is of the binary version of CIFAR-10."));
            }
        }

        return new TensorDataset(
            new Column<byte>([.. images.SelectMany(image => image)], labels.Count, [Extent, Extent, Channels]),
            new Column<int>([.. labels], labels.Count, [])).Map(s_toUnitInterval);
    }

    // A record is a label, then all reds, all greens, all blues; here the channels of a pixel lie together.
    private static byte[] ToPixels(byte[] records)
    {
        var pixels = new byte[records.Length / Record * Pixels * Channels];
        for (int image = 0; image < records.Length / Record; image++)
        {
            ReadOnlySpan<byte> planes = records.AsSpan((image * Record) + 1, Record - 1);
            Span<byte> target = pixels.AsSpan(image * Pixels * Channels, Pixels * Channels);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = planes[(i % Channels * Pixels) + (i / Channels)];
            }
        }

        return pixels;
    }
}
