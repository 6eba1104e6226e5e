namespace Nabla.Studio;

/// <summary>What a classifier made of the examples of a data set.</summary>
/// <param name="Classes">The names of the classes.</param>
/// <param name="Counts">For each class, how many of its examples were taken for each class.</param>
/// <param name="Mistakes">The worst mistakes, the surest first.</param>
public sealed record ClassificationRecord(
    IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts, IReadOnlyList<ClassMistake> Mistakes);
