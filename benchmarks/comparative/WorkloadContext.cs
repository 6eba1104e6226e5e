namespace Nabla.Benchmarks.Comparative;

/// <summary>What every workload is built with.</summary>
/// <param name="Torch">PyTorch in its own process, or null where it is missing.</param>
/// <param name="Onnx">ONNX Runtime in its own process, or null where it is missing.</param>
/// <param name="Effort">How long to measure.</param>
/// <param name="Root">The folder of the repository.</param>
public sealed record WorkloadContext(PeerProcess? Torch, PeerProcess? Onnx, Effort Effort, string Root)
{
    /// <summary>The most threads that a workload runs on.</summary>
    public int Threads { get; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>The folder of the four MNIST files.</summary>
    public string Mnist => Path.Combine(Root, "data", "mnist");

    /// <summary>The root of the repository that this program was built in.</summary>
    /// <exception cref="DirectoryNotFoundException">The program was moved out of it.</exception>
    public static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nabla.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds Nabla.slnx; run the benchmarks where they were built.");
    }
}
