namespace Nabla;

/// <summary>
/// All taps of an axis: those of element <c>i</c> are number <c>Starts[i]</c> to <c>Starts[i + 1]</c>, exclusive.
/// </summary>
internal sealed class TapTable
{
    private TapTable(
        int source, int limit, int[] starts, int[] places, int[] numbers, double[] weights, double[] divisors)
    {
        (Source, Limit, Starts) = (source, limit, starts);
        (Places, Numbers, Weights, Divisors) = (places, numbers, weights, divisors);
        HasWeights = weights.AsSpan().ContainsAnyExcept(1);
        HasDivisors = divisors.AsSpan().ContainsAnyExcept(1);
    }

    /// <summary>An axis of one element, which is itself.</summary>
    public static TapTable One { get; } = new(1, 1, [0, 1], [0], [0], [1], [1]);

    /// <summary>The extent of the source.</summary>
    public int Source { get; }

    /// <summary>The extent of the result.</summary>
    public int Result => Starts.Length - 1;

    /// <summary>Numbers of taps are below it.</summary>
    public int Limit { get; }

    /// <summary>Where the taps of each element start, and at last where all end.</summary>
    public int[] Starts { get; }

    /// <summary>The place of each tap in the source.</summary>
    public int[] Places { get; }

    /// <summary>The number of each tap among those of its element of the result.</summary>
    public int[] Numbers { get; }

    /// <summary>What the tap is multiplied by.</summary>
    public double[] Weights { get; }

    /// <summary>What the sum of each element is divided by.</summary>
    public double[] Divisors { get; }

    /// <summary>Whether a weight is not 1.</summary>
    public bool HasWeights { get; }

    /// <summary>Whether a divisor is not 1.</summary>
    public bool HasDivisors { get; }

    /// <summary>Whether each element is one of the source.</summary>
    public bool IsCopy =>
        !HasWeights && !HasDivisors && Starts.Index().All(start => start.Item == start.Index);

    public static TapTable Create(
        AxisTaps taps, Func<long, IEnumerable<(long Place, double Weight)>> of, Func<long, double> divisor)
    {
        if (taps.Source > int.MaxValue || taps.Limit > int.MaxValue || taps.Result >= Array.MaxLength)
        {
            throw new NotSupportedException(
                $"Pooling and resizing know up to 2^31 pixels an axis, but here {taps.Source} become {taps.Result} "
                + $"with windows of {taps.Limit}.");
        }

        // Counted first, so that no list outgrows what it holds.
        var starts = new int[(int)taps.Result + 1];
        var divisors = new double[taps.Result];
        for (int i = 0; i < divisors.Length; i++)
        {
            divisors[i] = divisor(i);
            starts[i + 1] = checked(starts[i] + of(i).Count());
        }

        int[] places = new int[starts[^1]], numbers = new int[starts[^1]];
        var weights = new double[starts[^1]];
        for (int i = 0; i < divisors.Length; i++)
        {
            int tap = starts[i];
            foreach ((long place, double weight) in of(i))
            {
                (places[tap], numbers[tap], weights[tap]) = ((int)place, tap - starts[i], weight);
                tap++;
            }
        }

        return new TapTable(
            checked((int)taps.Source), checked((int)taps.Limit), starts, places, numbers, weights, divisors);
    }

    /// <summary>For each element of the source, in order, the elements of the result that it is part of.</summary>
    public TapTable Transposed()
    {
        var starts = new int[Source + 1];
        foreach (int place in Places)
        {
            starts[place + 1]++;
        }

        for (int i = 0; i < Source; i++)
        {
            starts[i + 1] += starts[i];
        }

        int[] next = [.. starts], places = new int[Places.Length], numbers = new int[Places.Length];
        double[] weights = new double[Places.Length], divisors = new double[Source];
        Array.Fill(divisors, 1);
        for (int i = 0; i < Result; i++)
        {
            for (int tap = Starts[i]; tap < Starts[i + 1]; tap++)
            {
                int target = next[Places[tap]]++;
                (places[target], numbers[target]) = (i, Numbers[tap]);
                weights[target] = Weights[tap] / Divisors[i];
            }
        }

        return new TapTable(Result, Limit, starts, places, numbers, weights, divisors);
    }

    /// <summary>Two neighbouring axes as one.</summary>
    public TapTable Times(TapTable inner)
    {
        var starts = new int[checked(Result * inner.Result) + 1];
        var divisors = new double[starts.Length - 1];
        List<int> places = [], numbers = [];
        List<double> weights = [];
        for (int i = 0; i < divisors.Length; i++)
        {
            (int a, int b) = Math.DivRem(i, inner.Result);
            divisors[i] = Divisors[a] * inner.Divisors[b];
            for (int left = Starts[a]; left < Starts[a + 1]; left++)
            {
                for (int right = inner.Starts[b]; right < inner.Starts[b + 1]; right++)
                {
                    places.Add(checked((Places[left] * inner.Source) + inner.Places[right]));
                    numbers.Add(checked((Numbers[left] * inner.Limit) + inner.Numbers[right]));
                    weights.Add(Weights[left] * inner.Weights[right]);
                }
            }

            starts[i + 1] = places.Count;
        }

        return new TapTable(
            checked(Source * inner.Source), checked(Limit * inner.Limit), starts, [.. places], [.. numbers],
            [.. weights], divisors);
    }
}
