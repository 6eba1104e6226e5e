using System.Buffers.Binary;
using Nabla.Data.Formats;

namespace Nabla.Cli.Tests;

/// <summary>
/// A data set in the format of MNIST that is learned in a moment:
/// digit d is a bright bar at height 2d + 4, with some dust.
/// </summary>
internal static class TinyMnist
{
    public const int TrainCount = 300;
    public const int TestCount = 100;
    public const int Extent = 28;

    /// <summary>Writes the four files into a folder and returns it.</summary>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteSet(folder, "train", TrainCount);
        WriteSet(folder, "t10k", TestCount);
        return folder;
    }

    /// <summary>The pixels of image <paramref name="index"/>, whose label is its last digit.</summary>
    public static byte[] Image(int index)
    {
        byte[] pixels = new byte[Extent * Extent];
        new Random(index).NextBytes(pixels);
        for (int i = 0; i < pixels.Length; i++)
        {
            (int row, int column) = (i / Extent, i % Extent);
            bool isBar = row >= 4 && (row - 4) / 2 == index % 10 && column is > 5 and < 22;
            bool isRim = row is 0 or Extent - 1 || column is 0 or Extent - 1;
            pixels[i] = isBar ? (byte)220 : isRim ? (byte)0 : (byte)(pixels[i] / 16);
        }

        return pixels;
    }

    public static RasterImage Picture(int index) => new(Extent, Extent, 1, Image(index));

    private static void WriteSet(string folder, string name, int count)
    {
        byte[] images = [.. Enumerable.Range(0, count).SelectMany(Image)];
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
        File.WriteAllBytes(
            Path.Combine(folder, $"{name}-images-idx3-ubyte"), [.. Header(3, count, Extent, Extent), .. images]);
        File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [.. Header(1, count), .. labels]);
    }

    private static byte[] Header(byte rank, params int[] extents) => [0, 0, 8, rank, .. extents.SelectMany(extent =>
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, extent);
        return bytes;
    })];
}
