using System.Text;

namespace Nabla.Studio;

/// <summary>A line that leaves and reaches every point vertically.</summary>
internal static class SplinePath
{
    /// <summary>The path of cubic curves through some points, in SVG's language.</summary>
    public static string Through(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder(Start(points[0].X, points[0].Y));
        for (int i = 1; i < points.Count; i++)
        {
            (double X, double Y) from = points[i - 1], to = points[i];
            double middle = (from.Y + to.Y) / 2;
            path.Append(Math.Abs(from.X - to.X) < 0.01
                ? $"L{Text(to)}"
                : $"C{Text((from.X, middle))} {Text((to.X, middle))} {Text(to)}");
        }

        return path.ToString();
    }

    /// <summary>The command that a path begins with.</summary>
    public static string Start(double x, double y) => $"M{Text((x, y))}";

    private static string Text((double X, double Y) point) =>
        $"{NumberText.Coordinate(point.X)} {NumberText.Coordinate(point.Y)}";
}
