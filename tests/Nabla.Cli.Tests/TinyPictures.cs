using Nabla.Data.Formats;

namespace Nabla.Cli.Tests;

/// <summary>Folders of pictures that are learned in a moment: dark ones and light ones.</summary>
internal static class TinyPictures
{
    public const int PerClass = 30;
    public const int Extent = 6;

    /// <summary>Writes a folder with a folder for each class, and returns it.</summary>
    public static string Write(string folder)
    {
        foreach ((string name, byte brightness) in new (string, byte)[] { ("dark", 40), ("light", 200) })
        {
            string place = Path.Combine(folder, name);
            Directory.CreateDirectory(place);
            for (int i = 0; i < PerClass; i++)
            {
                PngWriter.Save(Path.Combine(place, $"{i:D2}.png"), Picture(brightness, i));
            }
        }

        return folder;
    }

    public static RasterImage Picture(byte brightness, int seed)
    {
        byte[] pixels = new byte[Extent * Extent * 3];
        new Random(seed).NextBytes(pixels);
        return new RasterImage(
            Extent, Extent, 3, [.. pixels.Select(pixel => (byte)(brightness + (pixel / 8)))]);
    }
}
