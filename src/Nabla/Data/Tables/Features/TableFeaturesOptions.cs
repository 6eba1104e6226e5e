namespace Nabla;

/// <summary>How <see cref="TableFeatures.Fit"/> decides what columns are.</summary>
public sealed record TableFeaturesOptions
{
    /// <summary>The columns to learn from; all but the target by default.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The most categories that get a feature each; of a column with more, they are hashed.</summary>
    public int MaximumCategories { get; init; } = 50;

    /// <summary>The features that the categories of such a column share.</summary>
    public int HashBuckets { get; init; } = 64;

    /// <summary>The most different whole numbers that a target may have to be taken for classes.</summary>
    public int MaximumClasses { get; init; } = 20;

    /// <summary>True makes the target classes, false numbers; null finds out.</summary>
    public bool? IsClassification { get; init; }
}
