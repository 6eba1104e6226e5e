namespace Nabla;

/// <summary>A file that was left out of an <see cref="ImageFolder"/>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, and what to do about it.</param>
public sealed record SkippedImage(string Path, string Reason);
