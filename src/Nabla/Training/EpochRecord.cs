namespace Nabla;

/// <summary>What came of one epoch.</summary>
/// <param name="Epoch">Its number, counted from 1 over all calls of the trainer.</param>
/// <param name="Training">Loss and metrics over the training examples, each as the model was when it saw them.</param>
/// <param name="Validation">Loss and metrics over the validation set at the end; null without one.</param>
/// <param name="Examples">The number of training examples.</param>
/// <param name="Duration">The time it took, validation included.</param>
public sealed record EpochRecord(
    int Epoch, MetricValues Training, MetricValues? Validation, int Examples, TimeSpan Duration)
{
    /// <summary>Training examples a second, without the time that validation took.</summary>
    public required double ExamplesPerSecond { get; init; }

    /// <summary>The learning rate at the start of the epoch.</summary>
    public double LearningRate { get; init; }
}
