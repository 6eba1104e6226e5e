namespace Nabla;

/// <summary>Where training was when a checkpoint was written.</summary>
/// <param name="EpochsDone">The epochs of the call of Fit that were done.</param>
/// <param name="BatchesDone">The batches of the epoch under way that were done.</param>
/// <param name="Examples">The examples of these batches.</param>
internal sealed record TrainingPosition(int EpochsDone, int BatchesDone, long Examples);
