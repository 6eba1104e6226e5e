namespace Nabla.Benchmarks.Comparative;

/// <summary>What a peer is asked to measure, and under which of its settings.</summary>
/// <param name="Workload">A name that <c>peer.py --list</c> prints, or an ONNX file for ONNX Runtime.</param>
/// <param name="Threads">Threads of the library's own kernels.</param>
/// <param name="BlasThreads">Threads of the BLAS beneath PyTorch.</param>
/// <param name="Foreach">Whether PyTorch's optimizer uses its multi-tensor form.</param>
/// <param name="Seconds">How long it measures; it runs at least one step.</param>
/// <param name="ChannelsLast">Whether PyTorch's images and kernels lie channels last.</param>
/// <param name="Input">A file of float32 that ONNX Runtime reads its input from, or null.</param>
/// <param name="Output">A file that ONNX Runtime writes its output to, or null.</param>
public sealed record PeerRequest(
    string Workload,
    int Threads,
    int BlasThreads,
    bool Foreach,
    double Seconds = 0.2,
    bool ChannelsLast = false,
    string? Input = null,
    string? Output = null);
