namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>
/// Elements of an axis, evenly apart, whose taps are the same but for their place, which is evenly apart too.
/// </summary>
/// <param name="First">The first element.</param>
/// <param name="Step">How far the next one is.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Place">The place of the first tap of the first one.</param>
/// <param name="Advance">How far that of the next one is.</param>
internal readonly record struct ColumnRun(int First, int Step, int Count, int Place, int Advance)
{
    // Phases of upsampling and of strides that are worth telling apart.
    private const int LongestPeriod = 8;

    /// <summary>The runs of a table with the period that makes the fewest.</summary>
    public static ColumnRun[] Of(TapTable table) => Enumerable.Range(1, LongestPeriod)
        .Select(period => WithPeriod(table, period)).MinBy(runs => runs.Length)!;

    private static ColumnRun[] WithPeriod(TapTable table, int period)
    {
        var runs = new List<ColumnRun>();
        var isTaken = new bool[table.Result];
        for (int first = 0; first < table.Result; first++)
        {
            if (isTaken[first])
            {
                continue;
            }

            int count = 1, advance = first + period < table.Result ? Distance(table, first, first + period) : 0;
            for (int next = first + period; next < table.Result; next += period, count++)
            {
                if (isTaken[next] || !IsAlike(table, first, next) || Distance(table, next - period, next) != advance)
                {
                    break;
                }

                isTaken[next] = true;
            }

            runs.Add(new ColumnRun(first, period, count, PlaceOf(table, first), advance));
        }

        return [.. runs];
    }

    private static int Distance(TapTable table, int left, int right) => PlaceOf(table, right) - PlaceOf(table, left);

    private static int PlaceOf(TapTable table, int element) =>
        table.Starts[element] == table.Starts[element + 1] ? 0 : table.Places[table.Starts[element]];

    private static bool IsAlike(TapTable table, int left, int right)
    {
        int a = table.Starts[left], b = table.Starts[right], count = table.Starts[left + 1] - a;
        bool isAlike = table.Starts[right + 1] - b == count && table.Divisors[left] == table.Divisors[right];
        for (int i = 0; isAlike && i < count; i++)
        {
            isAlike = table.Places[a + i] - table.Places[a] == table.Places[b + i] - table.Places[b]
                && table.Weights[a + i] == table.Weights[b + i] && table.Numbers[a + i] == table.Numbers[b + i];
        }

        return isAlike;
    }
}
