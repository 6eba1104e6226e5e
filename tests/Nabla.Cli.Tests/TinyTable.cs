using System.Globalization;
using System.Text;

namespace Nabla.Cli.Tests;

/// <summary>
/// Tables that are learned in a moment: plants of three kinds, told apart by their length, with a town, a missing cell
/// here and there, a constant and a row number.
/// </summary>
internal static class TinyTable
{
    public const int Rows = 120;

    private static readonly string[] s_species = ["aster", "birch", "clover"];
    private static readonly string[] s_towns = ["Bonn", "Ulm"];

    /// <summary>Writes the table and returns the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="seed">Decides the numbers.</param>
    /// <param name="rows">The number of rows.</param>
    public static string Write(string file, int seed = 1, int rows = Rows)
    {
        var random = new Random(seed);
        StringBuilder text = new("id,species,length,width,town,planet,price\n");
        for (int i = 0; i < rows; i++)
        {
            int kind = i % s_species.Length;
            double length = (kind * 3) + random.NextDouble();
            string width = i % 10 == 3 ? "" : string.Create(CultureInfo.InvariantCulture, $"{random.NextDouble():F3}");
            double price = (length * 2) + (i % 2) + 0.25;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i + 1},{s_species[kind]},{length:F3},{width},{s_towns[i % 2]},earth,{price:F3}\n");
        }

        File.WriteAllText(file, text.ToString());
        return file;
    }
}
