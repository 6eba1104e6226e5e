namespace Nabla.Backends.Cpu.Kernels.Resampling;

/// <summary>A table of taps as loops read it: places as distances, numbers in the type of elements.</summary>
internal sealed class TapOffsets<T>
    where T : unmanaged
{
    /// <param name="table">The taps.</param>
    /// <param name="step">How many elements of the source one place is.</param>
    /// <param name="numberStep">What the numbers of taps are multiplied by.</param>
    /// <param name="convert">Rounds to the type of elements.</param>
    public TapOffsets(TapTable table, long step, long numberStep, Func<double, T> convert)
    {
        Starts = table.Starts;
        Places = Array.ConvertAll(table.Places, place => checked((nint)(place * step)));
        Weights = Array.ConvertAll(table.Weights, weight => convert(weight));
        Numbers = Array.ConvertAll(table.Numbers, number => convert(number * numberStep));
        Divisors = Array.ConvertAll(table.Divisors, divisor => convert(divisor));
    }

    public int[] Starts { get; }

    public nint[] Places { get; }

    public T[] Weights { get; }

    public T[] Numbers { get; }

    public T[] Divisors { get; }
}
