namespace Nabla.Studio;

/// <summary>A value with a name: the loss or a metric.</summary>
/// <param name="Name">Such as <c>loss</c> or <c>accuracy</c>.</param>
/// <param name="Value">What it was; may be NaN or infinite.</param>
public sealed record RunValue(string Name, double Value);
