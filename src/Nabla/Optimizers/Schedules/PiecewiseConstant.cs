namespace Nabla;

/// <summary>Rates that hold from one border to the next.</summary>
/// <remarks>As Keras's <c>PiecewiseConstantDecay</c>, but a border is the first step of the next rate.</remarks>
[Component("piecewise_constant")]
public sealed class PiecewiseConstant : LearningRateSchedule
{
    /// <summary>Creates the schedule.</summary>
    /// <param name="rates">The rates, in order.</param>
    /// <param name="borders">
    /// When the next rate begins, from the start of training: one less than there are rates.
    /// </param>
    /// <exception cref="ArgumentException">The numbers of rates and borders do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not finite.</exception>
    public PiecewiseConstant(IReadOnlyList<double> rates, IReadOnlyList<Period> borders)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(borders);
        Rates = [.. rates.Select(rate => CheckRate(rate, nameof(rates)))];
        Borders = borders.Count == rates.Count - 1
            ? [.. borders]
            : throw new ArgumentException(
                $"There are {rates.Count} rates and {borders.Count} borders; give a border between each rate and the "
                + "next.", nameof(borders));
    }

    /// <summary>The rates, in order.</summary>
    public IReadOnlyList<double> Rates { get; }

    /// <summary>When the next rate begins.</summary>
    public IReadOnlyList<Period> Borders { get; }

    /// <inheritdoc/>
    public override double RateAt(SchedulePosition position)
    {
        int part = 0;
        while (part < Borders.Count && position.Step >= Borders[part].In(position))
        {
            part++;
        }

        return Rates[part];
    }
}
