namespace Nabla;

/// <summary>What a search for a batch size saw.</summary>
/// <param name="Sizes">The sizes that were tried, each twice the one before.</param>
/// <param name="ExamplesPerSecond">The speed at each.</param>
/// <param name="PeakBytes">The memory of a step at each, beside the model.</param>
/// <param name="Suggestion">The smallest size that is nearly as fast as the fastest.</param>
public sealed record BatchTrial(
    IReadOnlyList<int> Sizes,
    IReadOnlyList<double> ExamplesPerSecond,
    IReadOnlyList<long> PeakBytes,
    int Suggestion);
