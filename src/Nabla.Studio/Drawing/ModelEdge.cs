namespace Nabla.Studio;

/// <summary>A result that flows from one node to another.</summary>
/// <param name="From">The node that gives it.</param>
/// <param name="To">The node that takes it.</param>
public sealed record ModelEdge(string From, string To);
