namespace Nabla.Studio;

/// <summary>What a model that predicts one number made of the examples of a data set.</summary>
/// <param name="Targets">The true numbers.</param>
/// <param name="Predictions">What the model said, in the same order.</param>
public sealed record RegressionRecord(IReadOnlyList<double> Targets, IReadOnlyList<double> Predictions);
