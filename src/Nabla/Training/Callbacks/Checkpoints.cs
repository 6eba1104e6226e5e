using System.Diagnostics;
using System.Globalization;

namespace Nabla;

/// <summary>
/// Writes checkpoints while a model is trained, keeps the last few and the best, and finds the latest.
/// </summary>
/// <remarks>
/// When the disk is full or gone, training goes on: <see cref="Trainer.Warned"/> tells, and the checkpoint before
/// stays. Put it after the other callbacks, so that what they changed in a step is in the file.
/// A run that begins anew in a folder of one that was further renames the later checkpoints there to <c>old-…</c>, and
/// warns.
/// </remarks>
/// <example><code>
/// trainer.Callbacks.Add(new Checkpoints("run", monitor: "val_accuracy"));
/// trainer.Resume("run");                                     // nothing, in an empty folder
/// trainer.Fit(data, epochs: 20, validation: validation);     // goes on where it was killed
/// </code></example>
public sealed class Checkpoints : TrainingCallback
{
    private const string Prefix = "checkpoint-";
    private const string Extension = ".nabla";

    private readonly Monitor _monitor;
    private double _best = double.NaN;
    private long _sinceLast;
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Creates the callback, and the folder.</summary>
    /// <param name="folder">Where the files go: <c>checkpoint-STEP.nabla</c> and <c>best.nabla</c>.</param>
    /// <param name="keepLast">The checkpoints that are kept: 1 or more.</param>
    /// <param name="everySteps">
    /// The steps from one to the next within an epoch; 0 writes at the end of epochs only.
    /// </param>
    /// <param name="interval">The time from one to the next within an epoch; none by default.</param>
    /// <param name="monitor">
    /// What decides which epoch is best: <c>loss</c> or a metric's name, with <c>val_</c> before it for that of the
    /// validation set; by default the loss of validation, or of training without one.
    /// </param>
    /// <param name="keepBest">Whether the best epoch's model is kept as <c>best.nabla</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public Checkpoints(
        string folder,
        int keepLast = 2,
        long everySteps = 0,
        TimeSpan? interval = null,
        string? monitor = null,
        bool keepBest = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(keepLast, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(everySteps);
        Folder = folder;
        KeepLast = keepLast;
        EverySteps = everySteps;
        Interval = interval;
        KeepBest = keepBest;
        _monitor = new Monitor(monitor, higherIsBetter: null);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>The checkpoints that are kept.</summary>
    public int KeepLast { get; }

    /// <summary>The steps from one to the next within an epoch.</summary>
    public long EverySteps { get; }

    /// <summary>The time from one to the next within an epoch.</summary>
    public TimeSpan? Interval { get; }

    /// <summary>Whether the best epoch's model is kept.</summary>
    public bool KeepBest { get; }

    /// <summary>The file of the best epoch's model.</summary>
    public string BestFile => Path.Combine(Folder, $"best{Extension}");

    /// <summary>The checkpoints of a folder, the latest first.</summary>
    /// <param name="folder">The folder; one that is not there has none.</param>
    public static IReadOnlyList<string> In(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.GetFiles(folder, $"{Prefix}*{Extension}")
                .OrderByDescending(file => Path.GetFileName(file), StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (KeepBest)
        {
            _monitor.Check(trainer);
        }

        (_sinceLast, _last) = (0, Stopwatch.GetTimestamp());
        if (trainer.Callbacks.SkipWhile(callback => callback != this).Skip(1).FirstOrDefault(HasState) is { } later)
        {
            trainer.Warn(
                $"Checkpoints stands before {later.GetType().Name}, so that what that decides at the end of an epoch "
                + "is missing in the checkpoint; add Checkpoints after it.");
        }
    }

    /// <inheritdoc/>
    public override void OnStepEnd(Trainer trainer, double loss)
    {
        _sinceLast++;
        if ((EverySteps > 0 && _sinceLast >= EverySteps)
            || (Interval is { } time && Stopwatch.GetElapsedTime(_last) >= time))
        {
            Write(trainer);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(record);
        if (KeepBest)
        {
            double value = _monitor.ValueOf(record);
            if (Monitor.IsBetter(value, _best, 0, _monitor.HigherIsBetter(trainer)))
            {
                // The best is what was written: after a full disk the next one counts.
                _best = Try(trainer, () => SaveBest(trainer)) ? value : _best;
            }
        }

        Write(trainer);
    }

    /// <inheritdoc/>
    protected internal override void SaveState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("best", _best);
    }

    /// <inheritdoc/>
    protected internal override void LoadState(CallbackState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _best = state.Number("best");
    }

    /// <summary>Writes a checkpoint now, as when the process is asked to end.</summary>
    /// <param name="trainer">The trainer.</param>
    public void Write(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        (_sinceLast, _last) = (0, Stopwatch.GetTimestamp());

        // Batches and not updates: two checkpoints between which nothing was updated are two.
        long number = trainer.BatchCounter.Value.Item<long>();
        string name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D10}{Extension}");
        Try(trainer, () =>
        {
            trainer.WriteCheckpoint(Path.Combine(Folder, name));
            PutAside(trainer, name);
            foreach (string old in In(Folder).Skip(KeepLast))
            {
                File.Delete(old);
            }
        });
    }

    // What was judged is what is kept.
    private void SaveBest(Trainer trainer)
    {
        using AverageScope? averages =
            trainer.Callbacks.Any(callback => callback is SwapAverage) ? trainer.Average?.Use() : null;
        trainer.Model.Save(BestFile);
    }

    // A run that began anew, or went on from an older checkpoint, has smaller numbers than what is left of the one
    // before: that would push out what was just written, and Resume would take it.
    private void PutAside(Trainer trainer, string latest)
    {
        string[] strays = [.. In(Folder).TakeWhile(file => string.CompareOrdinal(Path.GetFileName(file), latest) > 0)];
        foreach (string stray in strays)
        {
            File.Move(stray, Path.Combine(Folder, $"old-{Path.GetFileName(stray)}"), overwrite: true);
        }

        if (strays.Length > 0)
        {
            trainer.Warn(
                $"'{Folder}' held {strays.Length} checkpoints of a run that was further than this one; they are now "
                + $"called old-{Prefix}*. Call Resume before Fit to go on with a run, or give each its folder.");
        }
    }

    private static bool HasState(TrainingCallback callback)
    {
        var state = new CallbackState();
        callback.SaveState(state);
        return state.Names.Count > 0;
    }

    private static bool Try(Trainer trainer, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception exception) when (exception is FileWriteException or IOException or UnauthorizedAccessException)
        {
            trainer.Warn($"No checkpoint was written, and training goes on: {exception.Message}");
            return false;
        }
    }
}
