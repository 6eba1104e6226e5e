namespace Nabla;

/// <summary>Ends training when a number has not become better for a while, and puts the best weights back.</summary>
/// <remarks>Source: L. Prechelt, Early stopping: but when?, 1998. Defaults are those of Keras, but for the weights,
/// which are put back unless told otherwise. The averages of the best epoch are put back with its weights, so that
/// <see cref="SwapAverage"/> may stand before or after it.</remarks>
/// <example><code>trainer.Callbacks.Add(new EarlyStopping(patience: 5, monitor: "val_accuracy"));</code></example>
public sealed class EarlyStopping : TrainingCallback
{
    private readonly Monitor _monitor;
    private double _best = double.NaN;
    private int _waited;
    private Dictionary<string, Tensor> _bestWeights = [];

    /// <summary>Creates the callback.</summary>
    /// <param name="patience">The epochs without a better number after which training ends.</param>
    /// <param name="monitor">
    /// What is watched: <c>loss</c> or a metric's name, with <c>val_</c> before it for that of the validation set; by
    /// default the loss of validation, or of training without one.
    /// </param>
    /// <param name="minDelta">By how much a number must be better to count: 0 or more.</param>
    /// <param name="restoreBestWeights">Whether the model gets the weights of its best epoch in the end.</param>
    /// <param name="higherIsBetter">Which way is better; by default what the metric says.</param>
    /// <param name="startFromEpoch">The epochs at the start that are not watched.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public EarlyStopping(
        int patience = 0,
        string? monitor = null,
        double minDelta = 0,
        bool restoreBestWeights = true,
        bool? higherIsBetter = null,
        int startFromEpoch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        ArgumentOutOfRangeException.ThrowIfNegative(startFromEpoch);
        Patience = patience;
        MinDelta = minDelta;
        RestoreBestWeights = restoreBestWeights;
        StartFromEpoch = startFromEpoch;
        _monitor = new Monitor(monitor, higherIsBetter);
    }

    /// <summary>The epochs without a better number after which training ends.</summary>
    public int Patience { get; }

    /// <summary>By how much a number must be better to count.</summary>
    public double MinDelta { get; }

    /// <summary>Whether the model gets the weights of its best epoch in the end.</summary>
    public bool RestoreBestWeights { get; }

    /// <summary>The epochs at the start that are not watched.</summary>
    public int StartFromEpoch { get; }

    /// <summary>The best epoch so far; 0 before there is one.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The number of the best epoch; NaN before there is one.</summary>
    public double Best => _best;

    /// <summary>Whether it was this callback that ended training.</summary>
    public bool HasStopped { get; private set; }

    /// <inheritdoc/>
    public override string? StopReason =>
        $"{_monitor.Name} was best in epoch {BestEpoch} and not better for {_waited} epochs since"
        + (RestoreBestWeights && _bestWeights.Count > 0 ? "; its weights are back" : "");

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        _monitor.Check(trainer);

        // A call that goes on after an interruption keeps what was found before it.
        if (trainer.Current!.EpochsDone == 0 && trainer.Current.BatchesDone == 0)
        {
            (_best, _waited, BestEpoch, HasStopped) = (double.NaN, 0, 0, false);
            _bestWeights = [];
        }

        WantsStop = HasStopped;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        if (record.Epoch <= StartFromEpoch)
        {
            return;
        }

        double value = _monitor.ValueOf(record);
        if (Monitor.IsBetter(value, _best, MinDelta, _monitor.HigherIsBetter(trainer)))
        {
            (_best, _waited, BestEpoch) = (value, 0, record.Epoch);
            if (RestoreBestWeights)
            {
                _bestWeights = Kept(trainer)
                    .ToDictionary(entry => entry.Path, entry => entry.Variable.Value, StringComparer.Ordinal);
            }

            return;
        }

        // As in Keras: with patience 0 the first epoch that is no better ends it.
        if (++_waited >= Patience)
        {
            WantsStop = HasStopped = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (!RestoreBestWeights || _bestWeights.Count == 0)
        {
            return;
        }

        // Both were kept where they are in training.
        WeightAverage? swapped = trainer.Average is { IsSwapped: true } average ? average : null;
        swapped?.Swap();
        foreach ((string path, Variable variable) in Kept(trainer))
        {
            // What joined training later has no average of that time.
            variable.Value = _bestWeights.TryGetValue(path, out Tensor? value) ? value : variable.Value;
        }

        swapped?.Swap();
    }

    /// <inheritdoc/>
    protected internal override void SaveState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("best", _best);
        state.Set("waited", _waited);
        state.Set("best_epoch", BestEpoch);
        state.Set("has_stopped", HasStopped ? 1 : 0);
        foreach ((string path, Tensor weights) in _bestWeights)
        {
            state.Set($"weights.{path}", weights);
        }
    }

    /// <inheritdoc/>
    protected internal override void LoadState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        const string Prefix = "weights.";
        _best = state.Number("best");
        _waited = (int)state.Number("waited");
        BestEpoch = (int)state.Number("best_epoch");
        HasStopped = state.Number("has_stopped") == 1;
        _bestWeights = state.Names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], state.Get, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Path, Variable Variable)> Kept(Trainer trainer) =>
    [
        .. trainer.Model.VariablePaths(),
        .. (trainer.Average?.State ?? []).Select(variable => ($"@average/{variable.Name}", variable)),
    ];
}
