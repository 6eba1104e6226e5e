namespace Nabla.Studio;

/// <summary>How long a layer took for one batch, alone.</summary>
/// <param name="Path">The layer's path; empty for the whole model, whose layers are fused.</param>
/// <param name="Kind">Such as <c>Dense</c>.</param>
/// <param name="Seconds">The median of some runs, without the layers within.</param>
public sealed record LayerTime(string Path, string Kind, double Seconds);
