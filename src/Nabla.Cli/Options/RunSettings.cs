namespace Nabla.Cli.Options;

/// <summary>How long, in which pieces and with which random numbers training runs.</summary>
/// <param name="Epochs">Passes over the training set.</param>
/// <param name="Batch">Examples a step.</param>
/// <param name="Seed">Where all random numbers come from.</param>
internal sealed record RunSettings(int Epochs, int Batch, int Seed);
