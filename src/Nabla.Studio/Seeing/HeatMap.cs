using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>Maps of numbers from 0 to 1 as pictures: alone, or over the image that they are about.</summary>
public static class HeatMap
{
    // From dark blue over purple and orange to pale yellow: brightness grows evenly, so that it reads in gray too.
    private static readonly (double Red, double Green, double Blue)[] s_colors =
        [(0.05, 0.03, 0.20), (0.34, 0.07, 0.43), (0.73, 0.21, 0.33), (0.98, 0.56, 0.16), (0.99, 0.99, 0.75)];

    /// <summary>A map in colors.</summary>
    /// <param name="map">[height, width], from 0 to 1.</param>
    /// <exception cref="ShapeMismatchException">The map has other axes.</exception>
    public static RasterImage Of(Tensor map)
    {
        (int width, int height, float[] values) = Read(map);
        var pixels = new byte[values.Length * 3];
        for (int i = 0; i < values.Length; i++)
        {
            Write(pixels, i, Color(values[i]));
        }

        return new RasterImage(width, height, 3, pixels);
    }

    /// <summary>A map over its image, which stays visible where the map is low.</summary>
    /// <param name="image">[height, width] or [height, width, 1 or 3]; its own range becomes black to white.</param>
    /// <param name="map">[height, width], from 0 to 1.</param>
    /// <param name="strength">How much of the image the highest values hide, from 0 to 1.</param>
    /// <exception cref="ShapeMismatchException">The map is not as large as the image.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="strength"/> is not from 0 to 1.</exception>
    public static RasterImage Over(Tensor image, Tensor map, double strength = 0.6)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (strength is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength is a share, from 0 to 1.");
        }

        (int width, int height, float[] values) = Read(map);
        RasterImage under = PictureGrid.Of([image]).ToRgb();
        if (under.Width != width || under.Height != height)
        {
            throw new ShapeMismatchException(
                $"A map {map.Shape} does not lie over an image {image.Shape}; resize one of them.",
                image.Shape, map.Shape);
        }

        var pixels = new byte[values.Length * 3];
        for (int i = 0; i < values.Length; i++)
        {
            double share = strength * Math.Clamp(values[i], 0, 1);
            (double red, double green, double blue) = Color(values[i]);
            Write(pixels, i, (
                Mix(under.Pixels[i * 3], red, share), Mix(under.Pixels[(i * 3) + 1], green, share),
                Mix(under.Pixels[(i * 3) + 2], blue, share)));
        }

        return new RasterImage(width, height, 3, pixels);
    }

    private static double Mix(byte under, double over, double share) =>
        (under / (double)byte.MaxValue * (1 - share)) + (over * share);

    private static (double Red, double Green, double Blue) Color(double value)
    {
        double place = Math.Clamp(value, 0, 1) * (s_colors.Length - 1);
        int first = Math.Min((int)place, s_colors.Length - 2);
        double share = place - first;
        (var a, var b) = (s_colors[first], s_colors[first + 1]);
        return (
            a.Red + ((b.Red - a.Red) * share), a.Green + ((b.Green - a.Green) * share),
            a.Blue + ((b.Blue - a.Blue) * share));
    }

    private static void Write(byte[] pixels, int pixel, (double Red, double Green, double Blue) color)
    {
        pixels[pixel * 3] = (byte)Math.Round(color.Red * byte.MaxValue);
        pixels[(pixel * 3) + 1] = (byte)Math.Round(color.Green * byte.MaxValue);
        pixels[(pixel * 3) + 2] = (byte)Math.Round(color.Blue * byte.MaxValue);
    }

    private static (int Width, int Height, float[] Values) Read(Tensor map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Rank == 2
            ? ((int)map.Shape[1], (int)map.Shape[0], map.Cast(DType.Float32).ToArray())
            : throw new ShapeMismatchException(
                $"A map is [height, width], as GradCam.Of gives, but this is {map.Shape}; HeatMap.Over takes the image "
                + "first and then the map.", map.Shape);
    }
}
