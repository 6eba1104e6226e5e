namespace Nabla.Cli.Sources;

/// <summary>Images in folders, one a class.</summary>
internal sealed class ImageSource : ExampleSource
{
    private const int ShownSkipped = 3;

    private readonly DataConfiguration _configuration;
    private readonly ImageFolder _folder;

    private ImageSource(DataConfiguration configuration, ImageFolder folder)
    {
        (_configuration, _folder) = (configuration, folder);
        if (folder.ClassNames.Count < 2)
        {
            throw new InvalidFileException(
                $"'{configuration.Path}' has one class, '{folder.ClassNames[0]}', so that there is nothing to tell "
                + "apart; put the images of another class into a folder beside it.");
        }

        Labels = folder.Examples.Read([.. Enumerable.Range(0, folder.Examples.Count)]).Target.ToArray<int>();
        Findings =
        [
            $"{Name}: {TableFindings.Counted(Count, "image")} of {Size}, {folder.ClassNames.Count} classes ("
                + string.Join(", ", folder.ClassNames.Select(
                    (name, label) => $"{name} {Labels.Count(other => other == label):N0}")) + ")",
            .. folder.Skipped.Count > 0
                ?
                [
                    $"{TableFindings.Counted(folder.Skipped.Count, "file")} left out:",
                    .. folder.Skipped.Take(ShownSkipped).Select(skipped => $"  {skipped.Reason}"),
                ]
                : Array.Empty<string>(),
        ];
    }

    public override string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(_configuration.Path));

    public override int Count => _folder.Examples.Count;

    public override IReadOnlyList<string> Findings { get; }

    protected override int[]? Labels { get; }

    private string Size
    {
        get
        {
            Shape shape = _folder.Examples.InputSpec.Shape;
            return $"{shape[1]}x{shape[0]} {(shape[2] == 1 ? "grey" : "coloured")} pixels";
        }
    }

    /// <summary>Reads what a configuration names.</summary>
    /// <exception cref="InvalidFileException">There are no classes, or a file is damaged.</exception>
    public static ImageSource Load(DataConfiguration configuration, CancellationToken stop) =>
        new(configuration, ImageFolder.Load(configuration.Path, configuration.ImageOptions, cancellation: stop));

    protected override PreparedData Prepare(int[] train, int[] validation, int[] test) => new()
    {
        Train = _folder.Examples.Select(train),
        Validation = PartOf(_folder.Examples, validation),
        Test = PartOf(_folder.Examples, test),
        Goal = new Goal("class", _folder.ClassNames),
        Augmentation =
        [
            new RandomFlip(FlipMode.Horizontal), new RandomAffine(rotation: 0.03f, translation: 0.08f, zoom: 0.1f),
        ],
        Notes = SavedNotes.Of(_folder),
        Findings = [],
    };
}
