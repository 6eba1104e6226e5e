namespace Nabla.Cli.Tests;

/// <summary>A data set in the format of CIFAR-10: class c is red in row 3c + 1, and blue dust.</summary>
internal static class TinyCifar
{
    private const int Extent = 32;
    private const int Pixels = Extent * Extent;

    /// <summary>Writes the six files into a folder and returns it.</summary>
    public static string Write(string folder, int imagesOfFile = 40)
    {
        Directory.CreateDirectory(folder);
        string[] names = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}"), "test_batch"];
        foreach ((int index, string name) in names.Index())
        {
            byte[] records = [.. Enumerable.Range(index * imagesOfFile, imagesOfFile).SelectMany(Record)];
            File.WriteAllBytes(Path.Combine(folder, $"{name}.bin"), records);
        }

        return folder;
    }

    private static byte[] Record(int index)
    {
        byte[] record = new byte[1 + (3 * Pixels)];
        new Random(index).NextBytes(record.AsSpan(1 + (2 * Pixels)));
        record[0] = (byte)(index % 10);
        record.AsSpan(1 + (((index % 10 * 3) + 1) * Extent), Extent).Fill(byte.MaxValue);
        return record;
    }
}
