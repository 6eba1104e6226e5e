namespace Nabla;

/// <summary>The plain mean of the weights at regular steps late in training.</summary>
/// <remarks>
/// Until <c>start</c> the average follows the weights. From there on it is the mean of the weights after update
/// <c>start</c>, <c>start + every</c>, and so on: with <c>every</c> the steps of an epoch, and a rate that is constant
/// or cyclic by then, this is the method of the source. Source: P. Izmailov et al., Averaging weights leads to wider
/// optima and better generalization, 2018.
/// </remarks>
[Component("stochastic_average")]
public sealed class StochasticAverage : WeightAverage
{
    /// <summary>Creates the average.</summary>
    /// <param name="start">The first update whose weights go into the mean; 1 is the first of all.</param>
    /// <param name="every">The updates from one to the next: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    public StochasticAverage(long start, long every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        Start = start;
        Every = every;
    }

    /// <summary>The first update whose weights go into the mean.</summary>
    public long Start { get; }

    /// <summary>The updates from one to the next.</summary>
    public long Every { get; }

    /// <inheritdoc/>
    protected override Tensor ShareOf(Tensor number)
    {
        ArgumentNullException.ThrowIfNull(number);
        Tensor since = (number - Start).Maximum(0), taken = (since / Every).Floor();
        Tensor isTaken = (number <= Start) | (since - (taken * Every)).IsEqual(0);
        return isTaken.Cast(DType.Float64) / (taken + 1);
    }
}
