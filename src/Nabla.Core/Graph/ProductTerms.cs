namespace Nabla.Graph;

/// <summary>Which inputs of an operation are multiplied, and which one is added to their product.</summary>
/// <param name="Left">The first factor.</param>
/// <param name="Right">The second factor.</param>
/// <param name="Addend">What is added; null for nothing.</param>
public readonly record struct ProductTerms(int Left, int Right, int? Addend = null);
