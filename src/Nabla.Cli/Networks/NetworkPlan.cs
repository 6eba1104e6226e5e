namespace Nabla.Cli.Networks;

/// <summary>What a network has to fit, and what was asked of it; what is null the network chooses.</summary>
/// <param name="Input">Type and shape of one example.</param>
/// <param name="Outputs">Numbers that it gives for an example.</param>
/// <param name="Examples">How many there are to learn from.</param>
/// <param name="Hidden">Units of dense hidden layers.</param>
/// <param name="Activation">What follows each hidden layer.</param>
/// <param name="Dropout">The share of hidden values that is dropped while training.</param>
internal sealed record NetworkPlan(
    TensorSpec Input, int Outputs, int Examples, int[]? Hidden, Activation Activation, double? Dropout);
