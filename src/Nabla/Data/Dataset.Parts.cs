using Nabla.Data;

namespace Nabla;

public abstract partial class Dataset
{
    /// <summary>The first examples.</summary>
    /// <param name="count">How many at most.</param>
    public Dataset Take(int count) => Range(0, Math.Min(NotNegative(count), Count));

    /// <summary>All but the first examples.</summary>
    /// <param name="count">How many are left out.</param>
    public Dataset Skip(int count) => Range(Math.Min(NotNegative(count), Count), Count);

    /// <summary>The examples of some numbers, in that order; one may come more than once.</summary>
    /// <param name="examples">The numbers of the examples.</param>
    public Dataset Select(params ReadOnlySpan<int> examples)
    {
        foreach (int example in examples)
        {
            Checked(example);
        }

        return new DatasetSelection(this, examples.ToArray());
    }

    /// <summary>The examples in an order of their own, the same for every use.</summary>
    /// <remarks>Training shuffles each epoch anyway; this is for what comes before it, such as a split.</remarks>
    /// <param name="seed">Decides the order.</param>
    public Dataset Shuffle(long seed)
    {
        var order = new EpochOrder(Count);
        order.Shuffle(seed, epoch: 0);
        return new DatasetSelection(this, order.Examples.ToArray());
    }

    /// <summary>All examples, several times one after another.</summary>
    /// <param name="count">How many times.</param>
    /// <exception cref="ArgumentOutOfRangeException">There would be more than an array can number.</exception>
    public Dataset Repeat(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)count * Count, Array.MaxLength, nameof(count));
        int length = Count;
        return new DatasetSelection(this, [.. Enumerable.Range(0, count * length).Select(i => i % length)]);
    }

    /// <summary>The examples of this set and then those of another one.</summary>
    /// <exception cref="ShapeMismatchException">Their examples are of other types or shapes.</exception>
    public Dataset Concat(Dataset other) => new DatasetConcatenation(this, other);

    /// <summary>The examples that a condition holds for.</summary>
    /// <param name="isKept">
    /// From a batch, as the model would see it, to truth values [batch]; as in <c>batch => batch.Target.Less(5)</c>.
    /// </param>
    /// <exception cref="ShapeMismatchException">The condition does not give one truth value an example.</exception>
    public Dataset Filter(Func<Batch, Tensor> isKept)
    {
        ArgumentNullException.ThrowIfNull(isKept);
        var kept = new List<int>();
        foreach (int[] examples in Enumerable.Range(0, Count).Chunk(DefaultReadBatch))
        {
            Tensor answer = isKept(ReadTransformed(examples));
            if (answer.Shape != [examples.Length] || answer.DType != DType.Bool)
            {
                throw new ShapeMismatchException(
                    $"The condition of Filter gives one truth value an example, bool[{examples.Length}], "
                    + $"but gave {answer.Spec}; compare, and reduce what is left with All or Any.", answer.Shape);
            }

            bool[] isIn = answer.ToArray<bool>();
            kept.AddRange(examples.Where((_, i) => isIn[i]));
        }

        return new DatasetSelection(this, [.. kept]);
    }

    /// <summary>Two parts, the first with a share of the examples; which go where is drawn by lot.</summary>
    /// <remarks>
    /// The same seed gives the same parts; examples that lie sorted by class do not come apart by class. Where order
    /// matters, as in a series over time, cut with <see cref="Take"/> and <see cref="Skip"/>.
    /// </remarks>
    /// <param name="share">The share of the first part, between 0 and 1.</param>
    /// <param name="seed">Decides which examples go where.</param>
    /// <param name="stratified">
    /// Whether each part has the same share of each class; targets are then labels, one an example.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    /// <exception cref="DTypeMismatchException">To be stratified, targets must be whole numbers.</exception>
    public (Dataset First, Dataset Second) Split(double share, long seed = 0, bool stratified = false)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1, such as 0.9.");
        }

        if (stratified)
        {
            (int[] first, int[] second) = Strata.Split(this, share, seed);
            return (new DatasetSelection(this, first), new DatasetSelection(this, second));
        }

        Dataset source = Shuffle(seed);
        int border = (int)Math.Round(share * Count);
        return (source.Range(0, border), source.Range(border, Count));
    }

    /// <summary>The set cut into parts, each of which is once the one to judge by.</summary>
    /// <param name="count">The number of parts, 2 or more.</param>
    /// <param name="seed">Decides which examples go where.</param>
    /// <param name="stratified">Whether each part has the same share of each class.</param>
    /// <returns>For each part, all others to learn from and the part itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer examples than parts.</exception>
    public IReadOnlyList<(Dataset Train, Dataset Validation)> KFold(int count, long seed = 0, bool stratified = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        int[] partOf = stratified ? Strata.Deal(this, count, seed) : Dealt(count, seed);
        return
        [
            .. Enumerable.Range(0, count).Select(part => (
                (Dataset)new DatasetSelection(this, [.. Numbers().Where(i => partOf[i] != part)]),
                (Dataset)new DatasetSelection(this, [.. Numbers().Where(i => partOf[i] == part)]))),
        ];

        IEnumerable<int> Numbers() => Enumerable.Range(0, Count);
    }

    private const int DefaultReadBatch = 256;

    private int[] Dealt(int count, long seed)
    {
        var order = new EpochOrder(Count);
        order.Shuffle(seed, epoch: 0);
        var partOf = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            partOf[order.Examples[i]] = i % count;
        }

        return partOf;
    }

    private DatasetSelection Range(int start, int end) => new(this, [.. Enumerable.Range(start, end - start)]);

    private static int NotNegative(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count;
    }
}
