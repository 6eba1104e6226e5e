using System.Text.Json.Serialization;

namespace Nabla.Cli.Sources;

/// <summary>Which examples, and how they are read: what a run has to know to find the same ones again.</summary>
internal sealed record DataConfiguration
{
    /// <summary>The name of a data set; null for data of the user's own.</summary>
    public string? Set { get; init; }

    /// <summary>How many examples of each part of a named set are used; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>A file or a folder, in full; empty to search for a named set, or where that has no files.</summary>
    public required string Path { get; init; }

    /// <summary>Of the file, or of names and contents of all files of the folder; empty until it was read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The column to predict; null for images.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the target is classes; null to find out.</summary>
    public bool? IsClassification { get; init; }

    /// <summary>Columns that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What stands between the cells of a table; null to find out.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first line of a table names its columns.</summary>
    public CsvHeader Header { get; init; }

    /// <summary>What stands before the fraction of a number.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Rows of each image; null where all have one size.</summary>
    public int? Height { get; init; }

    /// <summary>Columns of each image.</summary>
    public int? Width { get; init; }

    /// <summary>Whether images are grey.</summary>
    public bool IsGrey { get; init; }

    /// <summary>Whether images that cannot be read are left out.</summary>
    public bool SkipUnreadable { get; init; }

    [JsonIgnore]
    public CsvOptions TableOptions => new()
    {
        Separator = Separator,
        Header = Header,
        DecimalSeparator = DecimalSeparator,
    };

    [JsonIgnore]
    public ImageFolderOptions ImageOptions => new()
    {
        Height = Height,
        Width = Width,
        Channels = IsGrey ? 1 : 3,
        SkipUnreadable = SkipUnreadable,
    };

    /// <summary>Reads the examples, and makes sure that they are those that were meant.</summary>
    /// <exception cref="InvalidFileException">They cannot be read, or are others.</exception>
    public (ExampleSource Source, DataConfiguration Data) Load(CancellationToken stop)
    {
        if (Set is not null)
        {
            (NamedSource source, string folder, string sha256) = NamedSource.Load(this, stop);
            ThrowIfOther(folder, sha256);
            return (source, this with { Path = folder, Sha256 = sha256 });
        }

        bool isFolder = Directory.Exists(Path);
        string hash = isFolder ? DataHash.OfFolder(Path, stop) : DataHash.OfFile(Path);
        ThrowIfOther(Path, hash);
        return (isFolder ? ImageSource.Load(this, stop) : TableSource.Load(this, stop), this with { Sha256 = hash });
    }

    private void ThrowIfOther(string place, string hash)
    {
        if (Sha256.Length > 0 && hash != Sha256)
        {
            throw new InvalidFileException(
                $"'{place}' has changed since the run began: its SHA-256 is {hash} where {Sha256} was; "
                + "put the old data back, or train anew.");
        }
    }
}
