using Nabla.Cli.CommandLine;
using Nabla.Cli.Images;
using Nabla.Cli.Options;
using Nabla.Cli.Views;
using Nabla.Data.Formats;

namespace Nabla.Cli.Sets;

/// <summary>Images of 28 × 28 pixels in the four files that MNIST brought up.</summary>
/// <param name="name">What users type.</param>
/// <param name="title">What reports are headed with.</param>
/// <param name="description">What the command does.</param>
/// <param name="classes">The names of the classes by label.</param>
/// <param name="files">The files as they were published.</param>
/// <param name="load">Reads them from a folder; from where they are searched for without one.</param>
/// <param name="augmentation">What <c>--augment</c> puts before the network.</param>
/// <param name="examples">Command lines for the help.</param>
internal sealed class IdxSet(
    string name,
    string title,
    string description,
    IReadOnlyList<string> classes,
    IReadOnlyList<SetFile> files,
    Func<string?, Mnist> load,
    IReadOnlyList<Layer> augmentation,
    IReadOnlyList<(string Line, string Meaning)> examples)
    : NamedSet
{
    private const int Extent = Glyph.Extent;

    /// <summary>Handwritten digits.</summary>
    public static IdxSet Mnist { get; } = new(
        "mnist", "Handwritten digits", "Train a classifier of handwritten digits on MNIST.",
        [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")],
        [
            new("train-images-idx3-ubyte.gz", "0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971"),
            new("train-labels-idx1-ubyte.gz", "1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203"),
            new("t10k-images-idx3-ubyte.gz", "1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be"),
            new("t10k-labels-idx1-ubyte.gz", "b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b"),
        ],
        Nabla.Mnist.Load,
        // Signs are not mirrored: that would make other ones of them.
        [new RandomAffine(rotation: 0.03f, translation: 0.08f, zoom: 0.1f)],
        [
            ("train mnist", "98 % of the test set within seconds"),
            ("train mnist --page digits.html", "the same, with the report where you want it"),
            ("train mnist --hidden 16,16 --activation sigmoid", "the network that introductions draw, 784-16-16-10"),
            ("train mnist --hidden 512,512 --dropout 0.2 --batch 128", "a larger one"),
            ("train mnist --optimizer sgd --rate 0.05 --schedule constant", "plain gradient descent"),
            ("train mnist --model cnn --augment --epochs 14", "convolutions, 99.6 % in ten minutes"),
            ("train mnist --seed 7 --output runs/seven", "another seed, another folder"),
        ]);

    /// <summary>Clothes.</summary>
    public static IdxSet FashionMnist { get; } = new(
        "fashion-mnist", "Clothes", "Train a classifier of clothes on Fashion-MNIST.",
        [
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
        ],
        [
            new("train-images-idx3-ubyte.gz", "e24107601c609ba6c96e84f91f7c4405eef0f7bae3f84515692086879b9628a0"),
            new("train-labels-idx1-ubyte.gz", "e6215d06904c1d81f2380fd7ee74470d2489f5d62ce32b661214020e69e671f0"),
            new("t10k-images-idx3-ubyte.gz", "76831ab2425f25c70917bcf6849047b2b673c5931f767ac5fa256cfc61017df5"),
            new("t10k-labels-idx1-ubyte.gz", "0bce5f1e255f2d945dadfe8d51514e701788846bfde6d5eaec552d99eb574357"),
        ],
        Nabla.Mnist.LoadFashion,
        [new RandomFlip(FlipMode.Horizontal), new RandomAffine(translation: 0.06f, zoom: 0.06f)],
        [
            ("train fashion-mnist --data data/fashion-mnist", "dense layers, from a folder that you name"),
            ("train fashion-mnist --model resnet --augment --epochs 6", "a small residual network"),
        ]);

    public override string Name => name;

    public override string Title => title;

    public override string Description => description;

    public override string Unit => "images";

    public override IReadOnlyList<string> Classes => classes;

    public override IReadOnlyList<SetFile> Files => files;

    public override PlanDefaults Defaults => PlanDefaults.Images;

    public override IReadOnlyList<(string Line, string Meaning)> Examples => examples;

    public override IReadOnlyList<Layer> Augmentation => augmentation;

    public override LoadedSet Load(string? folder)
    {
        Mnist read = load(folder);
        return new LoadedSet(read.Train, read.Test, read.Folder);
    }

    public override Tensor Read(string input) => Tensor.From(
        Glyph.From(RasterImage.Load(InputFile.NotFolder(input))).Ink, Extent, Extent);

    public override Tensor ToInput(Tensor stored) => ToUnitInterval(stored);

    public override void Draw(Terminal terminal, Tensor stored) =>
        terminal.Canvas.Write(new GlyphDrawing(new Glyph(stored.ToArray<byte>())));

    public override void Show(Terminal terminal, TestResult result, Dataset test)
    {
        if (result.Mistakes.Count > 0)
        {
            terminal.WriteLine("The worst mistakes, the surest first:");
            terminal.WriteLine();
            MistakeGallery.Write(terminal, result.Mistakes, test, classes);
        }
    }
}
