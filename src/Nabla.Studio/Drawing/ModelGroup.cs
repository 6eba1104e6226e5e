namespace Nabla.Studio;

/// <summary>A model or a composite layer within a model, drawn around what it is made of.</summary>
/// <param name="Id">Unlike that of any other group: its path.</param>
/// <param name="Kind">What it is, such as <c>Sequential</c>.</param>
/// <param name="Name">Its name within the model around it.</param>
/// <param name="Parent">The group around this one; null at the outermost level.</param>
public sealed record ModelGroup(string Id, string Kind, string Name, string? Parent);
