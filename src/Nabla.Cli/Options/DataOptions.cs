using System.CommandLine;

namespace Nabla.Cli.Options;

/// <summary>The options that say which images to use.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _folder = new("--data")
    {
        Description = "Folder with the files of MNIST or a set in its format. [default: data/mnist, searched upwards]",
        HelpName = "dir",
    };

    private readonly Option<int> _images = NumberOptions.Count(
        "--images", "Use only the first n images of each set. [default: all]", int.MaxValue, minimum: 1);

    public DataOptions()
    {
        // The default means "all" and is better not printed as a number.
        _images.DefaultValueFactory = null;
    }

    /// <summary>The options, for the command that takes them.</summary>
    public IEnumerable<Option> All => [_folder, _images];

    /// <summary>Loads what the options ask for.</summary>
    /// <exception cref="FileNotFoundException">The files are nowhere.</exception>
    /// <exception cref="InvalidFileException">A file is damaged.</exception>
    public (Dataset Train, Dataset Test) Load(ParseResult parsed)
    {
        Mnist mnist = Mnist.Load(parsed.GetValue(_folder));
        int images = parsed.GetResult(_images) is null ? int.MaxValue : parsed.GetValue(_images);
        return (First(mnist.Train, images), First(mnist.Test, images));
    }

    private static Dataset First(Dataset set, int count) => count < set.Count ? set.Take(count) : set;
}
