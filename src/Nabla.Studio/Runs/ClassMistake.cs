namespace Nabla.Studio;

/// <summary>An example that was taken for another class.</summary>
/// <param name="Example">Its number in the data set.</param>
/// <param name="Truth">The class it is of.</param>
/// <param name="Predicted">The class it was taken for.</param>
/// <param name="Confidence">The probability that the model gave to that class, from 0 to 1.</param>
/// <param name="Png">The example as a PNG file, where it is a picture.</param>
public sealed record ClassMistake(int Example, int Truth, int Predicted, double Confidence, byte[]? Png);
