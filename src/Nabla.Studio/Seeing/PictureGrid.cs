using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>Pictures of the same size side by side.</summary>
/// <remarks>
/// Floats are brought to the range from black to white, each picture for itself; bytes stay as they are.
/// </remarks>
public static class PictureGrid
{
    /// <summary>One picture of all.</summary>
    /// <param name="pictures">Each [height, width] or [height, width, 1 or 3], all of one shape.</param>
    /// <param name="columns">How many side by side; as many as make it about square by default.</param>
    /// <param name="gap">The pixels between two pictures.</param>
    /// <exception cref="ShapeMismatchException">They have different shapes, or are no pictures.</exception>
    /// <exception cref="ArgumentException">There are none, or too many for one picture.</exception>
    public static RasterImage Of(IReadOnlyList<Tensor> pictures, int? columns = null, int gap = 1)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        if (pictures.Count == 0)
        {
            throw new ArgumentException("A grid needs at least one picture.", nameof(pictures));
        }

        foreach (Tensor picture in pictures)
        {
            ArgumentNullException.ThrowIfNull(picture, nameof(pictures));
        }

        Shape shape = pictures[0].Shape;
        int channels = shape.Rank == 3 ? (int)shape[2] : 1;
        if (shape.Rank is not (2 or 3) || channels is not (1 or 3))
        {
            throw new ShapeMismatchException(
                $"Pictures are [height, width] or [height, width, 1 or 3], but this is {shape}.", shape);
        }

        int across = columns ?? (int)Math.Ceiling(Math.Sqrt(pictures.Count));
        ArgumentOutOfRangeException.ThrowIfLessThan(across, 1, nameof(columns));
        across = Math.Min(across, pictures.Count);
        int down = (pictures.Count + across - 1) / across;
        (int height, int width) = ((int)shape[0], (int)shape[1]);
        long wide = ((long)across * ((long)width + gap)) - gap, high = ((long)down * ((long)height + gap)) - gap;
        if ((Int128)wide * high * channels > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{pictures.Count} pictures {shape} with gaps of {gap} make one of {wide} by {high} pixels, which is "
                + "too large for an array; take fewer pictures or a smaller gap.", nameof(pictures));
        }

        (int wholeWidth, int wholeHeight) = ((int)wide, (int)high);
        var pixels = new byte[wholeWidth * wholeHeight * channels];
        for (int i = 0; i < pictures.Count; i++)
        {
            if (pictures[i].Shape != shape)
            {
                throw new ShapeMismatchException(
                    $"All pictures of a grid are {shape}, but number {i} is {pictures[i].Shape}.",
                    shape, pictures[i].Shape);
            }

            byte[] picture = ToBytes(pictures[i]);
            (int row, int column) = Math.DivRem(i, across);
            int first = ((row * (height + gap) * wholeWidth) + (column * (width + gap))) * channels;
            for (int y = 0; y < height; y++)
            {
                Array.Copy(
                    picture, y * width * channels, pixels, first + (y * wholeWidth * channels), width * channels);
            }
        }

        return new RasterImage(wholeWidth, wholeHeight, channels, pixels);
    }

    /// <summary>The numbers of a picture as bytes, its smallest black and its largest white.</summary>
    internal static byte[] ToBytes(Tensor picture)
    {
        if (picture.DType is DType.UInt8)
        {
            return picture.ToArray<byte>();
        }

        double[] values = picture.Cast(DType.Float64).ToArray<double>();
        double[] finite = [.. values.Where(double.IsFinite)];
        (double low, double high) = finite.Length > 0 ? (finite.Min(), finite.Max()) : (0, 0);
        double scale = high > low ? byte.MaxValue / (high - low) : 0;
        return [.. values.Select(value => double.IsFinite(value) ? (byte)Math.Round((value - low) * scale) : (byte)0)];
    }
}
