using System.Diagnostics;
using Nabla.Data.Formats;

namespace Nabla.Benchmarks.Micro;

/// <summary>What it costs to decode a picture, on one thread: the file that <c>NABLA_PICTURE</c> names.</summary>
public static class ImageDecodingBenchmark
{
    private const string PathVariable = "NABLA_PICTURE";
    private const int Rounds = 15;

    /// <summary>Prints the figure.</summary>
    public static void Run()
    {
        string? path = Environment.GetEnvironmentVariable(PathVariable);
        if (path is null)
        {
            Console.WriteLine($"Set {PathVariable} to a picture, such as a photograph of some megapixels.");
            return;
        }

        RasterImage image = RasterImage.Load(path);
        double[] seconds = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            image = RasterImage.Load(path);
            seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        double megapixels = image.Width * (double)image.Height / 1e6;
        Console.WriteLine(
            $"{image.Width}x{image.Height}, {new FileInfo(path).Length * 8 / (megapixels * 1e6):F2} bits a pixel: "
            + $"{megapixels / seconds[Rounds / 2]:F1} megapixels/s, fastest {megapixels / seconds[0]:F1}");
    }
}
