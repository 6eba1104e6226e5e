namespace Nabla.Studio;

/// <summary>Something that a run depended on.</summary>
/// <param name="Name">Such as <c>batch size</c>.</param>
/// <param name="Value">As a person reads it.</param>
public sealed record RunSetting(string Name, string Value);
