using Nabla.Data;

namespace Nabla;

/// <summary>70,000 handwritten digits of 28 × 28 pixels, or another set in the same format.</summary>
/// <remarks>
/// Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, 1998.
/// </remarks>
public sealed class Mnist
{
    private const float White = 255;

    // One for all sets: programs are compiled once for each transform.
    private static readonly BatchTransform s_toUnitInterval =
        (batch, _) => batch.WithInputs(batch.Input.Cast(DType.Float32) * (1 / White));

    // The labels of the first digits of the test set.
    private static readonly byte[] s_digits = [7, 2, 1, 0, 4, 1, 4, 9, 5, 9, 0, 6, 9, 0, 1, 5];

    private Mnist(string folder, bool hasDigits = true)
    {
        Folder = folder;
        MnistArrays arrays = MnistFiles.Load(folder);
        if (!hasDigits && arrays.TestLabels.AsSpan().StartsWith(s_digits))
        {
            throw new InvalidFileException(
                $"'{folder}' has the digits of MNIST where Fashion-MNIST is wanted; name the folder of Fashion-MNIST, "
                + "whose files bear the same names.");
        }

        Train = Set(arrays.TrainImages, arrays.TrainLabels);
        Test = Set(arrays.TestImages, arrays.TestLabels);
    }

    /// <summary>
    /// The examples to learn from; 60,000 in the original. Inputs are float32 [28, 28] from 0, the paper, to 1; targets
    /// int32 labels.
    /// </summary>
    public Dataset Train { get; }

    /// <summary>The examples to judge by; 10,000 in the original.</summary>
    public Dataset Test { get; }

    /// <summary>The folder that the four files were read from.</summary>
    public string Folder { get; }

    /// <summary>Reads the four files.</summary>
    /// <param name="folder">
    /// The folder that has them; by default <c>data/mnist</c> beside the program or in a folder above, or what the
    /// environment variable <c>NABLA_DATA</c> says.
    /// </param>
    /// <exception cref="FileNotFoundException">The files are nowhere; the message lists the places.</exception>
    /// <exception cref="InvalidFileException">
    /// A file is damaged, or images and labels do not belong together.
    /// </exception>
    public static Mnist Load(string? folder = null) => new(MnistFiles.Locate(folder));

    /// <summary>Reads Fashion-MNIST: clothes instead of digits, in the same format.</summary>
    /// <remarks>Source: H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST, 2017.</remarks>
    /// <param name="folder">
    /// The folder that has its four files; by default <c>data/fashion-mnist</c> beside the program or in a folder
    /// above, or what the environment variable <c>NABLA_DATA</c> says. The repository does not ship them.
    /// </param>
    /// <exception cref="FileNotFoundException">The files are nowhere; the message lists the places.</exception>
    /// <exception cref="InvalidFileException">
    /// A file is damaged, or images and labels do not belong together.
    /// </exception>
    public static Mnist LoadFashion(string? folder = null) =>
        new(MnistFiles.Locate(folder, "fashion-mnist"), hasDigits: false);

    private static Dataset Set(byte[] images, byte[] labels) => new TensorDataset(
        new Column<byte>(images, labels.Length, [MnistFiles.ImageExtent, MnistFiles.ImageExtent]),
        new Column<int>(Array.ConvertAll(labels, label => (int)label), labels.Length, [])).Map(s_toUnitInterval);
}
