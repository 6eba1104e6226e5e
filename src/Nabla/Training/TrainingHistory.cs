namespace Nabla;

/// <summary>What came of some epochs, in order.</summary>
/// <param name="Epochs">The epochs that were completed.</param>
/// <param name="WasCancelled">Whether training was stopped by its token.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochRecord> Epochs, bool WasCancelled)
{
    /// <summary>The last completed epoch; null when there is none.</summary>
    public EpochRecord? Last => Epochs.Count > 0 ? Epochs[^1] : null;
}
