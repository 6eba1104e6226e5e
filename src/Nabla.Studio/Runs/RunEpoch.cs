namespace Nabla.Studio;

/// <summary>What came of one epoch.</summary>
/// <param name="Epoch">Its number; 1 is the first.</param>
/// <param name="Training">Loss and metrics over the training examples.</param>
/// <param name="Validation">Loss and metrics over the validation set; empty without one.</param>
/// <param name="LearningRate">The rate at the start of the epoch.</param>
/// <param name="Seconds">The time it took, validation included.</param>
/// <param name="ExamplesPerSecond">Training examples a second, without the time of validation.</param>
public sealed record RunEpoch(
    int Epoch,
    IReadOnlyList<RunValue> Training,
    IReadOnlyList<RunValue> Validation,
    double LearningRate,
    double Seconds,
    double ExamplesPerSecond);
