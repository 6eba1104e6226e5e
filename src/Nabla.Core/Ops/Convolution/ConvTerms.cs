namespace Nabla;

/// <summary>The products that a convolution adds up: what its result and both of its gradients are made of.</summary>
internal static class ConvTerms
{
    /// <summary>
    /// Visits every product <c>x[image] · w[tap] → y[result]</c> by row-major positions, in the order of results.
    /// </summary>
    public static void Visit(
        SlidingWindow window, int groups, Shape image, Shape result, Action<long, long, long> visit)
    {
        int rank = window.Rank;
        long channels = image[-1] / groups, filters = result[-1], filtersOfGroup = filters / groups;
        var place = new long[rank];
        var tap = new long[rank];
        for (long y = 0; y < result.ElementCount; y++)
        {
            long rest = y / filters, filter = y % filters;
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                (rest, place[axis]) = Math.DivRem(rest, result[axis + 1]);
            }

            for (long t = 0; t < window.Taps; t++)
            {
                long left = t;
                for (int axis = rank - 1; axis >= 0; axis--)
                {
                    (left, tap[axis]) = Math.DivRem(left, window.Size[axis]);
                }

                if (Pixel(window, image, rest, place, tap) is not { } pixel)
                {
                    continue;
                }

                long first = (pixel * image[-1]) + (filter / filtersOfGroup * channels);
                for (long channel = 0; channel < channels; channel++)
                {
                    visit(first + channel, (((t * channels) + channel) * filters) + filter, y);
                }
            }
        }
    }

    /// <summary>Both inputs have one floating type.</summary>
    public static void CheckTypes(string subject, Tensor a, Tensor b)
    {
        if (a.DType != b.DType || !a.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{subject} takes floating elements of one type but got {a.Spec} and {b.Spec}; "
                + "cast them with Cast(DType.…).", a.DType, b.DType);
        }
    }

    private static long? Pixel(SlidingWindow window, Shape image, long example, long[] place, long[] tap)
    {
        long pixel = example;
        for (int axis = 0; axis < place.Length; axis++)
        {
            long at = (place[axis] * window.Strides[axis]) + (tap[axis] * window.Dilations[axis]) - window.Before[axis];
            if (at < 0 || at >= image[axis + 1])
            {
                return null;
            }

            pixel = (pixel * image[axis + 1]) + at;
        }

        return pixel;
    }
}
