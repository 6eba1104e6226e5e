using System.Globalization;

namespace Nabla;

/// <summary>Numbers of bytes in words.</summary>
internal static class ByteSize
{
    private static readonly string[] s_units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>A number of bytes in the unit that suits it, as in <c>1.5 GiB</c>.</summary>
    public static string Format(long bytes)
    {
        int unit = 0;
        double number = bytes;
        while (number >= 1024)
        {
            number /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {s_units[unit]}");
    }
}
