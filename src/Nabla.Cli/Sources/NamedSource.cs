using Nabla.Cli.Sets;

namespace Nabla.Cli.Sources;

/// <summary>A data set that is known by its name; what to test with is settled by its authors.</summary>
internal sealed class NamedSource : ExampleSource
{
    private readonly NamedSet _set;
    private readonly LoadedSet _examples;

    private NamedSource(NamedSet set, LoadedSet examples, string? note)
    {
        (_set, _examples) = (set, examples);
        Labels = examples.Train.Read([.. Enumerable.Range(0, examples.Train.Count)]).Target.ToArray<int>();
        Findings = note is null ? [] : [note];
    }

    public override string Name => _set.Name;

    public override int Count => _examples.Train.Count;

    public override IReadOnlyList<string> Findings { get; }

    protected override int[] Labels { get; }

    /// <summary>Reads what a configuration names, and says where it was and what its SHA-256 is.</summary>
    /// <exception cref="FileNotFoundException">The files are nowhere.</exception>
    /// <exception cref="InvalidFileException">A file is damaged.</exception>
    public static (NamedSource Source, string Folder, string Sha256) Load(
        DataConfiguration configuration, CancellationToken stop)
    {
        NamedSet set = NamedSet.Of(configuration.Set!);
        LoadedSet examples = set.Load(configuration.Path.Length > 0 ? configuration.Path : null);
        stop.ThrowIfCancellationRequested();
        string hash = "";
        string? note = null;
        if (set.Files.Count > 0)
        {
            (hash, bool isPublished) = DataHash.OfFiles(examples.Folder, set.Files);
            note = isPublished ? null : $"{examples.Folder} holds other files than those published as {set.Name}.";
        }

        return (
            new NamedSource(set, configuration.Limit is { } limit ? examples.First(limit) : examples, note),
            examples.Folder, hash);
    }

    /// <summary>Sets a share of the training examples aside to validate; those to test with are settled.</summary>
    public override PreparedData Split(double test, double validation, long seed)
    {
        (int[] train, int[] validated) =
            new RowSplit(Labels, Count, seed).SetAside([.. Enumerable.Range(0, Count)], validation);
        return Prepare(train, validated, []);
    }

    protected override PreparedData Prepare(int[] train, int[] validation, int[] test) => new()
    {
        Train = validation.Length == 0 ? _examples.Train : _examples.Train.Select(train),
        Validation = PartOf(_examples.Train, validation),
        Test = _examples.Test,
        Watched = validation.Length == 0 ? _examples.Test : null,
        Set = _set,
        Goal = new Goal("class", _set.Classes),
        Augmentation = _set.Augmentation,
        Notes = SavedNotes.Of(_set),
        Findings = [],
    };
}
