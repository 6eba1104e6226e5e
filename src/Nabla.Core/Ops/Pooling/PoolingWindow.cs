using Nabla.Graph;

namespace Nabla;

/// <summary>The window of a pooling operation, checked, and the image that it slides over.</summary>
/// <param name="Image">[batch, spatial…, channels]; padded already where the padding is not of zeros.</param>
/// <param name="Taps">The window's taps along each axis.</param>
internal readonly record struct PoolingWindow(Tensor Image, Axes<AxisTaps> Taps)
{
    /// <summary>A window over an image.</summary>
    /// <param name="name">Who asks, for messages.</param>
    /// <param name="x">[batch, spatial…, channels].</param>
    /// <param name="size">The window: one extent for each spatial axis, or one for all.</param>
    /// <param name="strides">As many; none for those of the window.</param>
    /// <param name="padding">What is added around the image; null for nothing.</param>
    /// <param name="dilations">As many; none for 1.</param>
    /// <param name="countsPadding">Whether zeros around the image count in a mean.</param>
    public static PoolingWindow Over(
        string name, Tensor x, Axes<long> size, Axes<long> strides, Padding? padding, Axes<long> dilations = default,
        bool countsPadding = false)
    {
        string subject = SubjectOf(name);
        if (size.Count == 0)
        {
            throw new ArgumentException(
                $"{subject} takes the size of its window, one number for all spatial axes or one for each, such as 2 "
                + "or [2, 3], but got none.", nameof(size));
        }

        padding ??= Padding.Valid;
        strides = strides.Count == 0 ? size : strides;
        SlidingWindow window = SlidingWindow.Over(
            subject, x.Shape, size.Span, strides.Span, padding, dilations.Span);
        Tensor image = x.AsFloating();
        if (padding.Mode is not PaddingMode.Zeros && window.IsPadded)
        {
            image = image.Pad([0, .. window.Before, 0], [0, .. window.After, 0], padding.Mode);
            window = window with { Before = new long[window.Rank], After = new long[window.Rank] };
        }

        long[] result = window.ResultOf(subject, image.Shape);
        var taps = TapShapes.OfImage(image.Shape, axis => new WindowTaps(
            image.Shape[axis + 1], result[axis], window.Size[axis], window.Strides[axis], window.Dilations[axis],
            window.Before[axis], countsPadding));
        if (!countsPadding && window.IsPadded)
        {
            CheckPixels(subject, x.Shape, taps);
        }

        return new PoolingWindow(image, taps);
    }

    /// <summary>Bins over the spatial axes of an image.</summary>
    /// <param name="name">Who asks, for messages.</param>
    /// <param name="x">[batch, spatial…, channels].</param>
    /// <param name="outputSize">How many bins: one number for each spatial axis, or one for all.</param>
    public static PoolingWindow Bins(string name, Tensor x, Axes<long> outputSize)
    {
        string subject = SubjectOf(name);
        long[] bins = SpatialNumbers.Of(subject, x.Shape, "outputs", outputSize);
        SpatialNumbers.CheckPixels(subject, x.Shape);
        return new PoolingWindow(
            x.AsFloating(), TapShapes.OfImage(x.Shape, axis => new BinTaps(x.Shape[axis + 1], bins[axis])));
    }

    /// <summary>The start of a message: the operation, and the layer that recorded it.</summary>
    public static string SubjectOf(string name) =>
        LayerScope.Current is { } path ? $"{name} in layer '{path}'" : name;

    private static void CheckPixels(string subject, Shape image, Axes<AxisTaps> taps)
    {
        for (int axis = 1; axis < taps.Count - 1; axis++)
        {
            var window = (WindowTaps)taps[axis];
            for (long i = 0; i < window.Result; i++)
            {
                (long first, long last) = window.Inside(i);
                if (first > last)
                {
                    throw new ShapeMismatchException(
                        $"{subject} over {image}: the window at {i} along spatial axis {axis - 1} lies in the padding "
                        + "altogether and has no pixel; take less padding than the window is wide, or less dilation.",
                        image);
                }
            }
        }
    }
}
