namespace Nabla.Cli.Sets;

/// <summary>The examples of a data set, cut as its authors cut them.</summary>
/// <param name="Train">The examples to learn from.</param>
/// <param name="Test">The examples to judge by; training never looks at them.</param>
/// <param name="Folder">Where they were read from; empty where there are no files.</param>
internal sealed record LoadedSet(Dataset Train, Dataset Test, string Folder)
{
    /// <summary>Only the first examples of each part.</summary>
    public LoadedSet First(int count) => this with { Train = Train.Take(count), Test = Test.Take(count) };
}
