namespace Nabla.Studio;

/// <summary>Where a convolutional network looked, and what its first filters look for.</summary>
/// <param name="Layer">The path of the layer whose maps were weighed.</param>
/// <param name="Examples">Some examples.</param>
/// <param name="FilterLayer">The path of the first convolution.</param>
/// <param name="Filters">Its filters, as a PNG file.</param>
/// <param name="Maps">What it finds in the first example, as a PNG file.</param>
public sealed record AttentionRecord(
    string Layer, IReadOnlyList<AttentionExample> Examples, string? FilterLayer, byte[]? Filters, byte[]? Maps);
