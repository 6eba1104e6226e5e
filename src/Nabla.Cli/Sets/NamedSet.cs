using Nabla.Cli.Options;

namespace Nabla.Cli.Sets;

/// <summary>A data set that is known by its name, with what <c>nabla train NAME</c> needs to know about it.</summary>
/// <remarks>A set more is a member of <see cref="All"/>: command, runs, evaluation and predictions follow.</remarks>
internal abstract class NamedSet
{
    /// <summary>The sets there are, in the order of the help.</summary>
    public static IReadOnlyList<NamedSet> All { get; } =
        [IdxSet.Mnist, IdxSet.FashionMnist, Cifar10Set.Instance, XorSet.Instance];

    /// <summary>What users type.</summary>
    public abstract string Name { get; }

    /// <summary>What reports are headed with.</summary>
    public abstract string Title { get; }

    /// <summary>What the command does, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>What its examples are called, in the plural.</summary>
    public abstract string Unit { get; }

    /// <summary>The names of the classes by label.</summary>
    public abstract IReadOnlyList<string> Classes { get; }

    /// <summary>The files as they were published; none for a set that is made.</summary>
    public virtual IReadOnlyList<SetFile> Files => [];

    /// <summary>What holds where the user says nothing.</summary>
    public abstract PlanDefaults Defaults { get; }

    /// <summary>Command lines for the help.</summary>
    public abstract IReadOnlyList<(string Line, string Meaning)> Examples { get; }

    /// <summary>What <c>--augment</c> puts before the network.</summary>
    public virtual IReadOnlyList<Layer> Augmentation => [];

    /// <summary>The set of a name.</summary>
    /// <exception cref="InvalidFileException">There is none; a file of a newer program asks for it.</exception>
    public static NamedSet Of(string name) => All.FirstOrDefault(set => set.Name == name)
        ?? throw new InvalidFileException(
            $"There is no data set '{name}' in this version of nabla; there are "
            + $"{string.Join(", ", All.Select(set => set.Name))}.");

    /// <summary>Reads the examples.</summary>
    /// <param name="folder">Where the files are; null to search.</param>
    /// <exception cref="FileNotFoundException">The files are nowhere.</exception>
    /// <exception cref="InvalidFileException">A file is damaged.</exception>
    public abstract LoadedSet Load(string? folder);

    /// <summary>Makes an input of what a user names, such as a picture.</summary>
    /// <exception cref="UsageException">It cannot be one.</exception>
    /// <returns>One example as it is stored, without a batch axis.</returns>
    public abstract Tensor Read(string input);

    /// <summary>One example as it is stored, as the model takes it.</summary>
    public virtual Tensor ToInput(Tensor stored) => stored;

    /// <summary>Bytes from 0 to 1, to the bits that data sets of images give.</summary>
    protected static Tensor ToUnitInterval(Tensor stored) => stored.Cast(DType.Float32) * (1f / byte.MaxValue);

    /// <summary>Draws one example as it is stored, where it can be drawn.</summary>
    public virtual void Draw(Terminal terminal, Tensor stored)
    {
    }

    /// <summary>Shows single answers: the worst mistakes, or all there are.</summary>
    public virtual void Show(Terminal terminal, Views.TestResult result, Dataset test)
    {
    }
}
