using System.Security.Cryptography;
using Nabla.Data.Formats;

namespace Nabla.Data;

/// <summary>
/// Finds, reads and verifies the four files of MNIST, or of a set in its format such as Fashion-MNIST.
/// </summary>
/// <remarks>
/// Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, 1998.
/// The namespace is that of the folder above: a namespace <c>Mnist</c> would hide a type <c>Mnist</c> from its
/// neighbours.
/// </remarks>
internal static class MnistFiles
{
    /// <summary>The rows, and the columns, of an image.</summary>
    public const int ImageExtent = 28;

    /// <summary>The number of classes.</summary>
    public const int ClassCount = 10;

    /// <summary>The set that the repository ships.</summary>
    public const string DefaultSet = "mnist";

    private const string TrainImages = "train-images-idx3-ubyte";
    private const string TrainLabels = "train-labels-idx1-ubyte";
    private const string TestImages = "t10k-images-idx3-ubyte";
    private const string TestLabels = "t10k-labels-idx1-ubyte";
    private const string CompressedExtension = ".gz";

    private static readonly (string Name, string Sha256)[] s_files =
    [
        (TrainImages, "0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971"),
        (TrainLabels, "1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203"),
        (TestImages, "1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be"),
        (TestLabels, "b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b"),
    ];

    /// <summary>Finds the folder with the four files, compressed or not.</summary>
    /// <remarks>
    /// A folder that is given is the only one looked at. Otherwise: <c>NABLA_DATA</c> and <c>mnist</c> within it, then
    /// <c>data/mnist</c> in the program's folder and every folder above, then the same from the current folder.
    /// </remarks>
    /// <param name="folder">The folder, or the one above; null to search.</param>
    /// <param name="set">The name of the set, and of its folder.</param>
    /// <exception cref="FileNotFoundException">They are nowhere; the message lists the places.</exception>
    public static string Locate(string? folder = null, string set = DefaultSet) => Locate(
        folder, DataFolder.FromEnvironment, AppContext.BaseDirectory, Environment.CurrentDirectory, set);

    /// <summary>The search with its surroundings given.</summary>
    internal static string Locate(
        string? folder, string? variable, string programFolder, string currentFolder, string set = DefaultSet) =>
        new DataFolder(set, folder, variable, programFolder, currentFolder).Locate(
            Missing, $"The files of {set} ({TrainImages}{CompressedExtension} and three more)",
            set == DefaultSet
                ? "Run from a clone of the repository, which ships them in data/mnist, or name their folder "
                    + $"({DataFolder.Ways})."
                : "Fashion-MNIST is published by Zalando Research as zalandoresearch/fashion-mnist; put its four "
                    + $"files into data/{set}, or name their folder ({DataFolder.Ways}).");

    /// <summary>Reads the four files, on two threads.</summary>
    /// <param name="folder">
    /// The folder, or the one above; null to search (see <see cref="Locate(string?, string)"/>).
    /// </param>
    /// <exception cref="FileNotFoundException">The files are nowhere.</exception>
    /// <exception cref="InvalidFileException">
    /// A file is damaged, or images and labels do not belong together.
    /// </exception>
    public static MnistArrays Load(string? folder = null)
    {
        string place = Locate(folder);

        // Nearly all the time goes into inflating the training images; everything else fits beside it.
        Task<IdxArray> trainImages = Task.Run(() => ReadImages(place, TrainImages));
        Task<(IdxArray TrainLabels, IdxArray TestImages, IdxArray TestLabels)> others = Task.Run(() => (
            ReadLabels(place, TrainLabels), ReadImages(place, TestImages), ReadLabels(place, TestLabels)));
        Task.WhenAll(trainImages, others).GetAwaiter().GetResult();

        CheckCounts(place, trainImages.Result, TrainImages, others.Result.TrainLabels, TrainLabels);
        CheckCounts(place, others.Result.TestImages, TestImages, others.Result.TestLabels, TestLabels);
        return new MnistArrays(
            trainImages.Result.Values, others.Result.TrainLabels.Values, others.Result.TestImages.Values,
            others.Result.TestLabels.Values);
    }

    /// <summary>Compares the compressed files with those that the repository ships, by SHA-256.</summary>
    /// <param name="folder">
    /// The folder, or the one above; null to search (see <see cref="Locate(string?, string)"/>).
    /// </param>
    /// <exception cref="FileNotFoundException">The files are nowhere, or not compressed.</exception>
    /// <exception cref="InvalidFileException">A file is another one.</exception>
    public static void Verify(string? folder = null)
    {
        string place = Locate(folder);
        foreach ((string name, string expected) in s_files)
        {
            string path = Path.Combine(place, name + CompressedExtension);
            using FileStream stream = File.OpenRead(path);
            string actual = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (!string.Equals(actual, expected, StringComparison.Ordinal))
            {
                throw new InvalidFileException(
                    path, 0, $"the SHA-256 is {actual} where the original has {expected}",
                    "Fetch the file again, or check it out again.");
            }
        }
    }

    private static string[] Missing(string folder) =>
        [.. s_files.Select(file => file.Name).Where(name => FindFile(folder, name) is null)];

    private static string? FindFile(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path + CompressedExtension) ? path + CompressedExtension : File.Exists(path) ? path : null;
    }

    private static IdxArray ReadImages(string folder, string name)
    {
        string path = FindFile(folder, name)!;
        IdxArray images = IdxReader.Read(path);
        return images.Dimensions is [> 0, ImageExtent, ImageExtent]
            ? images
            : throw new InvalidFileException(
                path, 4, $"the extents are [{string.Join(", ", images.Dimensions)}] where [count, 28, 28] is expected",
                "Use a data set in the format of MNIST.");
    }

    private static IdxArray ReadLabels(string folder, string name)
    {
        const int HeaderLength = 8;
        string path = FindFile(folder, name)!;
        IdxArray labels = IdxReader.Read(path);
        if (labels.Dimensions is not [> 0])
        {
            throw new InvalidFileException(
                path, 4, $"the extents are [{string.Join(", ", labels.Dimensions)}] where [count] is expected",
                "Use a data set in the format of MNIST.");
        }

        int wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(ClassCount - 1));
        return wrong < 0
            ? labels
            : throw new InvalidFileException(
                path, HeaderLength + wrong,
                $"label {wrong} is {labels.Values[wrong]} where 0 to {ClassCount - 1} are expected",
                "Use a data set in the format of MNIST, with ten classes.");
    }

    private static void CheckCounts(
        string folder, IdxArray images, string imagesName, IdxArray labels, string labelsName)
    {
        if (images.Dimensions[0] != labels.Dimensions[0])
        {
            throw new InvalidFileException(
                FindFile(folder, labelsName) ?? labelsName, 4,
                $"{labels.Dimensions[0]} labels stand against {images.Dimensions[0]} images in '{imagesName}'",
                "Use files of the same data set.");
        }
    }
}
