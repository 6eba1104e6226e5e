namespace Nabla.Cli.Sources;

/// <summary>Examples that a user named, before they are cut into parts.</summary>
internal abstract class ExampleSource
{
    /// <summary>Fewer cannot be cut into parts that say anything.</summary>
    public const int FewestExamples = 10;

    /// <summary>What they are called, for names of runs.</summary>
    public abstract string Name { get; }

    public abstract int Count { get; }

    /// <summary>What was found on the whole, a line each.</summary>
    public abstract IReadOnlyList<string> Findings { get; }

    /// <summary>The class of each example; null where a number is predicted.</summary>
    protected abstract int[]? Labels { get; }

    /// <summary>What a row of the file or a file of the folder is called by its number among the examples.</summary>
    public virtual int OriginalNumber(int example) => example;

    /// <summary>Cuts the examples into those to learn from, to validate and to test.</summary>
    public virtual PreparedData Split(double test, double validation, long seed)
    {
        var split = new RowSplit(Labels, Count, seed);
        (int[] others, int[] tested) = split.SetAside([.. Enumerable.Range(0, Count)], test);

        // A share of all examples, of which some are gone already.
        (int[] train, int[] validated) = split.SetAside(others, validation / (1 - test));
        return Checked(train, validated, tested);
    }

    /// <summary>Cuts the examples into parts, each of which is once the one to test on.</summary>
    public IEnumerable<(PreparedData Data, int[] Tested)> Folds(int count, double validation, long seed)
    {
        if (count > Count)
        {
            throw new UsageException($"--folds {count} needs as many examples, but there are {Count}.");
        }

        var split = new RowSplit(Labels, Count, seed);
        return split.Folds(count).Select(fold =>
        {
            (int[] train, int[] validated) = split.SetAside(fold.Train, validation);
            return (Checked(train, validated, fold.Test), fold.Test);
        });
    }

    protected abstract PreparedData Prepare(int[] train, int[] validation, int[] test);

    protected static Dataset? PartOf(Dataset all, int[] examples) =>
        examples.Length == 0 ? null : all.Select(examples);

    private PreparedData Checked(int[] train, int[] validation, int[] test)
    {
        if (Count < FewestExamples || train.Length < 2)
        {
            throw new InvalidFileException(
                $"'{Name}' has {Count} examples to learn from and test with, which is too few; "
                + $"{FewestExamples} are the least, hundreds are better.");
        }

        // Most classes would be there once, and none of those both to learn from and to test with.
        int classes = Labels?.Distinct().Count() ?? 0;
        if (classes > Count / 2)
        {
            throw new InvalidFileException(
                $"'{Name}' has {classes} classes for {Count} examples, too many to learn; predict another column with "
                + "--target, or a number with --task regression.");
        }

        return Prepare(train, validation, test);
    }
}
