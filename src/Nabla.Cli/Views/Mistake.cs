namespace Nabla.Cli.Views;

/// <summary>An example that the network got wrong.</summary>
/// <param name="Index">Its place in the test set.</param>
/// <param name="Truth">Its label.</param>
/// <param name="Predicted">What the network said.</param>
/// <param name="Confidence">How sure it was of that, from 0 to 1.</param>
internal sealed record Mistake(int Index, int Truth, int Predicted, double Confidence);
