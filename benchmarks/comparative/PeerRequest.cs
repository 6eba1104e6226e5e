namespace Nabla.Benchmarks.Comparative;

/// <summary>What <c>peer.py --serve</c> is asked to measure, and under which of its settings.</summary>
/// <param name="Workload">A name that <c>peer.py --list</c> prints.</param>
/// <param name="Threads">Threads of PyTorch's own kernels.</param>
/// <param name="BlasThreads">Threads of the BLAS beneath them.</param>
/// <param name="Foreach">Whether its optimizer uses the multi-tensor form.</param>
/// <param name="Seconds">How long it measures; it runs at least one step.</param>
public sealed record PeerRequest(string Workload, int Threads, int BlasThreads, bool Foreach, double Seconds = 0.2);
