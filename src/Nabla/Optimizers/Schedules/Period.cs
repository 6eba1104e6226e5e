using System.Globalization;
using Nabla.Configuration;

namespace Nabla;

/// <summary>A length of training: in steps, in epochs, or as a share of the whole.</summary>
/// <remarks>
/// Schedules take every length as a period, so that all units compose; each is rounded to whole steps. The default is
/// the whole training. As text it is <c>500 steps</c>, <c>2 epochs</c> or <c>0.1 of training</c>.
/// </remarks>
/// <example><code>
/// var schedule = new WarmUp(Period.Epochs(2), new CosineDecay(0.1));
/// </code></example>
public readonly record struct Period : IConfigurationText<Period>
{
    private readonly Unit _unit;
    private readonly double _amount;

    private Period(Unit unit, double amount)
    {
        if (amount is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "The length of a period is a finite number of 0 or more.");
        }

        _unit = unit;
        _amount = amount;
    }

    // The first is what default is.
    private enum Unit
    {
        Whole,
        Steps,
        Epochs,
        Share,
    }

    /// <summary>All of training.</summary>
    public static Period Whole => default;

    string IConfigurationText<Period>.Name => ToString();

    /// <summary>A number of steps.</summary>
    /// <param name="count">How many: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Period Steps(long count) => new(Unit.Steps, count);

    /// <summary>A number of epochs, whole or not.</summary>
    /// <param name="count">How many: finite, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public static Period Epochs(double count) => new(Unit.Epochs, count);

    /// <summary>A share of the whole training; within another schedule, of what is left for the part.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static Period Share(double share)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return share == 1 ? Whole : new Period(Unit.Share, share);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">A number and <c>steps</c>, <c>epochs</c> or <c>of training</c>.</param>
    /// <exception cref="ArgumentException">The text is no period.</exception>
    public static Period Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(' ', 2);
        if (parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
            && amount is >= 0 and < double.PositiveInfinity)
        {
            switch (parts[1])
            {
                case "steps" when amount < long.MaxValue && amount == Math.Floor(amount):
                    return Steps((long)amount);
                case "epochs":
                    return Epochs(amount);
                case "of training" when amount <= 1:
                    return Share(amount);
            }
        }

        throw new ArgumentException(
            $"'{text}' is no period; write it as '500 steps', '2.5 epochs' or '0.1 of training'.", nameof(text));
    }

    /// <summary>The number of steps that this is.</summary>
    /// <param name="position">Tells how long an epoch and training are.</param>
    /// <exception cref="InvalidOperationException">
    /// The position does not tell what this period is a part of.
    /// </exception>
    public long In(SchedulePosition position) => _unit switch
    {
        Unit.Steps => (long)_amount,
        Unit.Epochs => (long)Math.Round(_amount * Known(position.StepsPerEpoch, "the steps of an epoch")),
        Unit.Share => (long)Math.Round(_amount * Known(position.Steps, "the steps of the whole training")),
        _ => Known(position.Steps, "the steps of the whole training"),
    };

    /// <inheritdoc/>
    public override string ToString() => _unit switch
    {
        Unit.Steps => string.Create(CultureInfo.InvariantCulture, $"{_amount} steps"),
        Unit.Epochs => string.Create(CultureInfo.InvariantCulture, $"{_amount} epochs"),
        Unit.Share => string.Create(CultureInfo.InvariantCulture, $"{_amount} of training"),
        _ => "1 of training",
    };

    // A part of training that is over before it begins has no steps.
    private long Known(long? steps, string what) => Math.Max(
        steps ?? throw new InvalidOperationException(
            $"A schedule has a period of {this}, but {what} are not known here; tell them, or use Period.Steps."),
        0);
}
