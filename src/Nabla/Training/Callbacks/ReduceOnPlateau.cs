namespace Nabla;

/// <summary>Lowers the learning rate when a number has not become better for a while.</summary>
/// <remarks>Computes <c>rate ← max(rate · factor, minRate)</c>. Defaults are those of Keras.</remarks>
/// <example><code>trainer.Callbacks.Add(new ReduceOnPlateau(factor: 0.5, patience: 3));</code></example>
public sealed class ReduceOnPlateau : TrainingCallback
{
    private readonly Monitor _monitor;
    private double _best = double.NaN;
    private int _waited;
    private int _cooling;

    /// <summary>Creates the callback.</summary>
    /// <param name="factor">What the rate is multiplied by: more than 0, less than 1.</param>
    /// <param name="patience">The epochs without a better number after which the rate is lowered.</param>
    /// <param name="monitor">
    /// What is watched: <c>loss</c> or a metric's name, with <c>val_</c> before it for that of the validation set; by
    /// default the loss of validation, or of training without one.
    /// </param>
    /// <param name="minDelta">By how much a number must be better to count: 0 or more.</param>
    /// <param name="cooldown">The epochs after a change that are not watched.</param>
    /// <param name="minRate">The rate below which it does not go.</param>
    /// <param name="higherIsBetter">Which way is better; by default what the metric says.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ReduceOnPlateau(
        double factor = 0.1,
        int patience = 10,
        string? monitor = null,
        double minDelta = 1e-4,
        int cooldown = 0,
        double minRate = 0,
        bool? higherIsBetter = null)
    {
        if (factor is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(factor), factor, "The factor lies between 0 and 1, such as 0.1: the rate becomes smaller.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        ArgumentOutOfRangeException.ThrowIfNegative(minRate);
        Factor = factor;
        Patience = patience;
        MinDelta = minDelta;
        Cooldown = cooldown;
        MinRate = minRate;
        _monitor = new Monitor(monitor, higherIsBetter);
    }

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; }

    /// <summary>The epochs without a better number after which the rate is lowered.</summary>
    public int Patience { get; }

    /// <summary>By how much a number must be better to count.</summary>
    public double MinDelta { get; }

    /// <summary>The epochs after a change that are not watched.</summary>
    public int Cooldown { get; }

    /// <summary>The rate below which it does not go.</summary>
    public double MinRate { get; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        _monitor.Check(trainer);
        if (trainer.Current!.EpochsDone == 0 && trainer.Current.BatchesDone == 0)
        {
            (_best, _waited, _cooling) = (double.NaN, 0, 0);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        if (_cooling > 0)
        {
            (_cooling, _waited) = (_cooling - 1, 0);
        }

        double value = _monitor.ValueOf(record);
        if (Monitor.IsBetter(value, _best, MinDelta, _monitor.HigherIsBetter(trainer)))
        {
            (_best, _waited) = (value, 0);
        }
        else if (_cooling == 0 && ++_waited >= Patience)
        {
            double rate = trainer.Optimizer.LearningRate;
            trainer.Optimizer.LearningRate = Math.Min(rate, Math.Max(rate * Factor, MinRate));
            (_waited, _cooling) = (0, Cooldown);
        }
    }

    /// <inheritdoc/>
    protected internal override void SaveState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("best", _best);
        state.Set("waited", _waited);
        state.Set("cooling", _cooling);
    }

    /// <inheritdoc/>
    protected internal override void LoadState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (_best, _waited, _cooling) = (
            state.Number("best"), (int)state.Number("waited"), (int)state.Number("cooling"));
    }
}
