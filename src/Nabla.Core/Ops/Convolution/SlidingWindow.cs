using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// A window that slides over the spatial axes of an image [batch, spatial…, channels]: of convolutions and pooling.
/// </summary>
/// <param name="Size">The extents of the window.</param>
/// <param name="Strides">How far apart neighbouring results are in the image.</param>
/// <param name="Dilations">How far apart neighbouring elements of the window are in the image.</param>
/// <param name="Before">What is added before each axis.</param>
/// <param name="After">What is added after each axis.</param>
internal sealed record SlidingWindow(
    Axes<long> Size, Axes<long> Strides, Axes<long> Dilations, Axes<long> Before, Axes<long> After)
{
    /// <summary>Sums and products of a few such numbers do not overflow.</summary>
    public const long LargestNumber = 1L << 31;

    /// <summary>The number of spatial axes.</summary>
    public int Rank => Size.Count;

    /// <summary>Whether anything is added around the image.</summary>
    public bool IsPadded => Before.Span.ContainsAnyExcept(0) || After.Span.ContainsAnyExcept(0);

    /// <summary>How many elements the window has.</summary>
    public long Taps
    {
        get
        {
            long taps = 1;
            foreach (long size in Size)
            {
                taps = checked(taps * size);
            }

            return taps;
        }
    }

    /// <summary>A window for an image, with paddings as numbers.</summary>
    /// <param name="subject">Who asks, for messages.</param>
    /// <param name="image">[batch, spatial…, channels].</param>
    /// <param name="size">One extent for each spatial axis.</param>
    /// <param name="strides">One for each spatial axis, one for all, or none for 1.</param>
    /// <param name="padding">What is added around the image.</param>
    /// <param name="dilations">One for each spatial axis, one for all, or none for 1.</param>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1 or more than 2^31.</exception>
    /// <exception cref="ShapeMismatchException">The padded image is smaller than the window.</exception>
    public static SlidingWindow Over(
        string subject, Shape image, ReadOnlySpan<long> size, ReadOnlySpan<long> strides, Padding padding,
        ReadOnlySpan<long> dilations = default)
    {
        int rank = image.Rank - 2;
        if (rank < 1)
        {
            throw new ShapeMismatchException(
                $"{subject} takes images [batch, spatial…, channels], such as [32, 28, 28, 1], but got {image}; "
                + "insert the axis that is missing with ExpandAxis.", image);
        }

        var window = new SlidingWindow(
            Numbers(subject, "the window", size, rank), Numbers(subject, "strides", strides, rank),
            Numbers(subject, "dilations", dilations, rank), new long[rank], new long[rank]);
        if (padding.Kind is PaddingKind.Explicit && padding.Before.Count != 1 && padding.Before.Count != rank)
        {
            throw new ArgumentException(
                $"{subject} takes one padding, or one for each of the {rank} spatial axes of {image}, but got "
                + $"{padding}.", nameof(padding));
        }

        var before = new long[rank];
        var after = new long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            long extent = image[axis + 1];
            (before[axis], after[axis]) = padding.WidthsOf(axis, extent, window.Reach(axis), window.Strides[axis]);
        }

        window = window with { Before = before, After = after };
        _ = window.ResultOf(subject, image);
        return window;
    }

    /// <summary>The extent in the image that the window covers on an axis, its gaps included.</summary>
    public long Reach(int axis) => checked(((Size[axis] - 1) * Dilations[axis]) + 1);

    /// <summary>The extents of the result.</summary>
    /// <exception cref="ShapeMismatchException">The padded image is smaller than the window.</exception>
    public long[] ResultOf(string subject, Shape image)
    {
        var result = new long[Rank];
        for (int axis = 0; axis < Rank; axis++)
        {
            long padded = image[axis + 1] + Before[axis] + After[axis], reach = Reach(axis);
            if (padded == 0)
            {
                throw new ShapeMismatchException(
                    $"{subject} got {image}, which has no pixel along spatial axis {axis}; leave such images out.",
                    image);
            }

            if (padded < reach)
            {
                string of = Dilations[axis] == 1 ? "" : $" (size {Size[axis]}, dilation {Dilations[axis]})";
                throw new ShapeMismatchException(
                    $"{subject} cannot slide a window of {reach}{of} over spatial axis {axis} of {image}, which is "
                    + $"{padded} with its padding; take a smaller window, less dilation, or more padding "
                    + "(Padding.Same always fits).", image);
            }

            result[axis] = ((padded - reach) / Strides[axis]) + 1;
        }

        return result;
    }

    /// <summary>The same window over an image that has its padding already.</summary>
    public SlidingWindow WithoutPadding() => this with { Before = new long[Rank], After = new long[Rank] };

    /// <summary>A number for each spatial axis, of as many, one or none that were given.</summary>
    /// <exception cref="ArgumentException">There is not a number for each axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than the least or more than 2^31.</exception>
    public static long[] Numbers(
        string subject, string what, ReadOnlySpan<long> numbers, int rank, long least = 1,
        [CallerArgumentExpression(nameof(numbers))] string parameter = "")
    {
        if (numbers.Length > 1 && numbers.Length != rank)
        {
            throw new ArgumentException(
                $"{subject} takes one number for {what}, or one for each of {rank} spatial axes, but got "
                + $"{numbers.Length}.", parameter);
        }

        var result = new long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            result[axis] = numbers.IsEmpty ? least : numbers[numbers.Length == 1 ? 0 : axis];
            if (result[axis] < least || result[axis] > LargestNumber)
            {
                throw new ArgumentOutOfRangeException(
                    parameter, result[axis], $"{subject} takes numbers from {least} to 2^31 for {what}.");
            }
        }

        return result;
    }
}
