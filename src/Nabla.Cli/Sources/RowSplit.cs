namespace Nabla.Cli.Sources;

/// <summary>Cuts numbers of examples into parts, each with its share of every class.</summary>
/// <param name="labels">The class of each example; null where there are none.</param>
/// <param name="count">The number of examples.</param>
/// <param name="seed">Decides what goes where.</param>
internal sealed class RowSplit(int[]? labels, int count, long seed)
{
    /// <summary>Sets a share of some examples aside.</summary>
    /// <param name="examples">Their numbers.</param>
    /// <param name="share">The share that is set aside; 0 for nothing.</param>
    public (int[] Kept, int[] Aside) SetAside(int[] examples, double share)
    {
        if (share == 0)
        {
            return (examples, []);
        }

        (Dataset kept, Dataset aside) = Numbers(examples).Split(1 - share, seed, stratified: labels is not null);
        return (NumbersOf(kept), NumbersOf(aside));
    }

    /// <summary>Cuts all examples into parts, each of which is once the one to test on.</summary>
    public IReadOnlyList<(int[] Train, int[] Test)> Folds(int parts) =>
    [
        .. Numbers([.. Enumerable.Range(0, count)]).KFold(parts, seed, stratified: labels is not null)
            .Select(fold => (NumbersOf(fold.Train), NumbersOf(fold.Validation))),
    ];

    // A set whose inputs are the numbers of examples is cut as any other.
    private TensorDataset Numbers(int[] examples) => new(
        Tensor.From(examples, examples.Length, 1),
        Tensor.From(Array.ConvertAll(examples, example => labels?[example] ?? 0)));

    private static int[] NumbersOf(Dataset data) => data.Count == 0
        ? []
        : [.. data.Read([.. Enumerable.Range(0, data.Count)]).Input.ToArray<int>().Order()];
}
