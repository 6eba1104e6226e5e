namespace Nabla.Data.Images;

/// <summary>Which neighboring samples make a sample of a resized line.</summary>
/// <param name="Start">The first of them.</param>
/// <param name="Weights">Their weights, which add up to 1.</param>
internal readonly record struct ResizeTap(int Start, float[] Weights)
{
    /// <summary>The taps of all samples of a line.</summary>
    /// <param name="extent">Samples there are.</param>
    /// <param name="count">Samples wanted.</param>
    /// <param name="start">Where the part of the line starts that is shown.</param>
    /// <param name="length">How long that part is.</param>
    /// <param name="interpolation">Whether samples are mixed.</param>
    public static ResizeTap[] Of(int extent, int count, double start, double length, Interpolation interpolation)
    {
        var taps = new ResizeTap[count];
        double scale = length / count;
        for (int i = 0; i < count; i++)
        {
            double middle = start + ((i + 0.5) * scale);
            taps[i] = interpolation is Interpolation.Nearest
                ? new ResizeTap(Math.Clamp((int)middle, 0, extent - 1), [1])
                : Mixed(middle, Math.Max(scale, 1), extent);
        }

        return taps;
    }

    private static ResizeTap Mixed(double middle, double reach, int extent)
    {
        int first = Math.Clamp((int)(middle - reach + 0.5), 0, extent - 1);
        int end = Math.Clamp((int)(middle + reach + 0.5), first + 1, extent);
        double[] weights = new double[end - first];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Max(1 - (Math.Abs(first + i + 0.5 - middle) / reach), 0);
        }

        double sum = weights.Sum();
        return new ResizeTap(first, Array.ConvertAll(weights, weight => (float)(weight / sum)));
    }
}
