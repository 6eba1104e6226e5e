namespace Nabla.Benchmarks.Comparative;

/// <summary>What a peer has measured.</summary>
/// <param name="Median">Seconds a step, the median over samples.</param>
/// <param name="Minimum">Seconds a step, the fastest sample.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Accuracy">The share of test images classified rightly, in [0, 1], where the workload trains.</param>
/// <param name="Bytes">The memory that the steps have added, where the workload looks at it.</param>
/// <param name="Error">Why there is no measurement, or null.</param>
public sealed record PeerAnswer(
    double Median, double Minimum, int Samples, double? Accuracy, long? Bytes, string? Error);
