namespace Nabla.Studio;

/// <summary>How the elements of one parameter were distributed, over the epochs.</summary>
/// <param name="Parameter">The parameter's path, such as <c>1.weight</c>.</param>
/// <param name="Epochs">The epochs that were kept, in order.</param>
/// <param name="Histograms">One an epoch.</param>
public sealed record HistogramSeries(
    string Parameter, IReadOnlyList<int> Epochs, IReadOnlyList<Histogram> Histograms);
