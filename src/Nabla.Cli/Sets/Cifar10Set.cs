using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Data.Formats;

namespace Nabla.Cli.Sets;

/// <summary>Color photographs of 32 × 32 pixels in ten classes.</summary>
internal sealed class Cifar10Set : NamedSet
{
    private const int Extent = 32;

    /// <summary>The set.</summary>
    public static Cifar10Set Instance { get; } = new();

    public override string Name => "cifar10";

    public override string Title => "Photographs";

    public override string Description => "Train a classifier of small photographs on CIFAR-10.";

    public override string Unit => "images";

    public override IReadOnlyList<string> Classes => Cifar10.Classes;

    public override IReadOnlyList<SetFile> Files { get; } =
    [
        new("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
        new("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
        new("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
        new("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
        new("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
        new("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"),
    ];

    public override PlanDefaults Defaults => PlanDefaults.Photographs;

    public override IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("train cifar10 --data data/cifar10 --augment", "a small residual network"),
        ("train cifar10 --data data/cifar10 --model cnn --epochs 5", "plain convolutions, quickly"),
    ];

    public override IReadOnlyList<Layer> Augmentation =>
        [new RandomFlip(FlipMode.Horizontal), new RandomAffine(translation: 0.1f)];

    public override LoadedSet Load(string? folder)
    {
        Cifar10 read = Cifar10.Load(folder);
        return new LoadedSet(read.Train, read.Test, read.Folder);
    }

    public override Tensor Read(string input)
    {
        RasterImage image = RasterImage.Load(InputFile.NotFolder(input)).ToRgb().Resize(Extent, Extent);
        return Tensor.From(image.Pixels, Extent, Extent, 3);
    }

    public override Tensor ToInput(Tensor stored) => ToUnitInterval(stored);
}
