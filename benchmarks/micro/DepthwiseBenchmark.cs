using static Nabla.Benchmarks.Micro.ConvMeasurement;

namespace Nabla.Benchmarks.Micro;

/// <summary>The depthwise convolutions of MobileNetV2 and a few others, and their gradients.</summary>
public static class DepthwiseBenchmark
{
    private static readonly (int Extent, int Channels, int Stride, int Times)[] s_mobileNet =
    [
        (112, 32, 1, 1), (112, 96, 2, 1), (56, 144, 1, 1), (56, 144, 2, 1), (28, 192, 1, 2), (28, 192, 2, 1),
        (14, 384, 1, 4), (14, 576, 1, 2), (14, 576, 2, 1), (7, 960, 1, 3),
    ];

    /// <summary>Prints one line for each convolution.</summary>
    public static void Run()
    {
        PrintHeader();
        double sum = 0;
        foreach ((int extent, int channels, int stride, int times) in s_mobileNet)
        {
            sum += times * Depthwise(1, extent, channels, 3, stride).Print(Part.Forward)[0];
        }

        Console.WriteLine($"all of MobileNetV2's, one image, one thread: {sum * 1e6:F0} µs");
        Depthwise(1, 56, 96, 7, 1).Print(Part.Forward);
        Depthwise(1, 28, 240, 5, 1).Print(Part.Forward);
        Depthwise(8, 28, 192, 3, 1).Print(Part.Forward, Part.InputGradient, Part.KernelGradient);
        Depthwise(8, 56, 144, 3, 2).Print(Part.Forward, Part.InputGradient, Part.KernelGradient);
        Depthwise(8, 7, 960, 3, 1).Print(Part.Forward, Part.InputGradient, Part.KernelGradient);
        Depthwise(4, 28, 240, 5, 1).Print(Part.Forward, Part.InputGradient, Part.KernelGradient);
    }

    private static ConvMeasurement Depthwise(int batch, int extent, int channels, int size, int stride) =>
        new([batch, extent, extent, channels], [size, size], channels, stride, channels);
}
