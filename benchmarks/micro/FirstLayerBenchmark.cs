using static Nabla.Benchmarks.Micro.ConvMeasurement;

namespace Nabla.Benchmarks.Micro;

/// <summary>First layers, which see few channels, and groups of few channels.</summary>
public static class FirstLayerBenchmark
{
    /// <summary>Prints one line for each convolution.</summary>
    public static void Run()
    {
        PrintHeader();
        foreach (ConvMeasurement layer in (ConvMeasurement[])
        [
            new([64, 28, 28, 1], [3, 3], 32, 1, 1), new([64, 28, 28, 1], [5, 5], 32, 1, 1),
            new([16, 32, 32, 3], [3, 3], 64, 1, 1), new([1, 224, 224, 3], [3, 3], 32, 2, 1),
            new([1, 224, 224, 3], [7, 7], 64, 2, 1),
        ])
        {
            layer.Print(Part.Forward, Part.KernelGradient);
        }

        foreach (ConvMeasurement layer in (ConvMeasurement[])
        [
            new([1, 56, 56, 128], [3, 3], 128, 1, 32), new([1, 28, 28, 256], [3, 3], 256, 1, 32),
        ])
        {
            layer.Print(Part.Forward, Part.InputGradient, Part.KernelGradient);
        }
    }
}
