using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Numbers for each spatial axis of an image [batch, spatial…, channels], checked.</summary>
internal static class SpatialNumbers
{
    /// <summary>A number of 1 or more for each spatial axis.</summary>
    /// <param name="subject">Who asks, for messages.</param>
    /// <param name="image">The image's extents.</param>
    /// <param name="what">What the numbers are, for messages.</param>
    /// <param name="numbers">One for each spatial axis, or one for all.</param>
    /// <param name="parameter">What the caller's caller knows them as.</param>
    public static long[] Of(
        string subject, Shape image, string what, Axes<long> numbers,
        [CallerArgumentExpression(nameof(numbers))] string parameter = "")
    {
        CheckRank(subject, image);
        int rank = image.Rank - 2;
        if (numbers.Count != 1 && numbers.Count != rank)
        {
            throw new ArgumentException(
                $"{subject} takes one number of {what}, or one for each of the {rank} spatial axes of {image}, but got "
                + $"{numbers}.", parameter);
        }

        var all = new long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            all[axis] = numbers[numbers.Count == 1 ? 0 : axis];
            if (all[axis] is < 1 or > SlidingWindow.LargestNumber)
            {
                throw new ArgumentOutOfRangeException(
                    parameter, all[axis], $"{subject} takes 1 to 2^31 {what} along an axis.");
            }
        }

        return all;
    }

    /// <summary>Throws unless an image has a pixel.</summary>
    public static void CheckPixels(string subject, Shape image)
    {
        if (image.Extents[1..^1].Contains(0))
        {
            throw new ShapeMismatchException($"{subject} takes images of at least one pixel but got {image}.", image);
        }
    }

    /// <summary>The spatial axes of an image of at least one pixel.</summary>
    public static int[] AxesOf(string subject, Shape image)
    {
        CheckRank(subject, image);
        CheckPixels(subject, image);
        return [.. Enumerable.Range(1, image.Rank - 2)];
    }

    private static void CheckRank(string subject, Shape image)
    {
        if (image.Rank < 3)
        {
            throw new ShapeMismatchException(
                $"{subject} takes images [batch, spatial…, channels], such as [32, 28, 28, 1], but got {image}; "
                + "insert the axis that is missing with ExpandAxis.", image);
        }
    }
}
