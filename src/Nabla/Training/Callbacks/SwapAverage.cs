namespace Nabla;

/// <summary>Judges the model by the averages of its weights, and leaves them in it when training ends.</summary>
/// <remarks>The trainer keeps the averages; see <see cref="Trainer.Average"/>.</remarks>
/// <example><code>
/// var trainer = new Trainer(model, loss, optimizer)
/// {
///     Average = new ExponentialAverage(0.999),
///     Callbacks = { new SwapAverage() },
/// };
/// </code></example>
public sealed class SwapAverage : TrainingCallback
{
    /// <summary>Creates the callback.</summary>
    /// <param name="keepAtEnd">Whether the model has the averages when training ends.</param>
    public SwapAverage(bool keepAtEnd = true) => KeepAtEnd = keepAtEnd;

    /// <summary>Whether the model has the averages when training ends.</summary>
    public bool KeepAtEnd { get; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        WeightAverage average = AverageOf(trainer);
        if (average.IsSwapped)
        {
            average.Swap();
        }
    }

    /// <inheritdoc/>
    public override void OnValidationBegin(Trainer trainer) => AverageOf(trainer).Swap();

    /// <inheritdoc/>
    public override void OnValidationEnd(Trainer trainer) => AverageOf(trainer).Swap();

    /// <inheritdoc/>
    public override void OnTrainEnd(Trainer trainer)
    {
        if (KeepAtEnd && AverageOf(trainer).Updates.Value.Item<long>() > 0)
        {
            AverageOf(trainer).Swap();
        }
    }

    private static WeightAverage AverageOf(Trainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        return trainer.Average ?? throw new InvalidOperationException(
            "SwapAverage needs averages; give the trainer some, as in Average = new ExponentialAverage(0.999).");
    }
}
