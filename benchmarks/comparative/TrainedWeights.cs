namespace Nabla.Benchmarks.Comparative;

/// <summary>What <c>weights</c> prints.</summary>
/// <param name="Sha256">The hash of the weights of every network that it trains.</param>
/// <param name="VectorBits">The width of the vectors in force.</param>
/// <param name="Microseconds">The median duration of a step of 784-512-512-10 under Adam, batch 128.</param>
internal sealed record TrainedWeights(string Sha256, int VectorBits, double Microseconds);
