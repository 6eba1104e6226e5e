namespace Nabla;

/// <summary>Texts, each with the class it belongs to.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Labels">The number of each text's class.</param>
/// <param name="Classes">The names of the classes.</param>
public sealed record LabeledTexts(
    IReadOnlyList<string> Texts, IReadOnlyList<int> Labels, IReadOnlyList<string> Classes);
