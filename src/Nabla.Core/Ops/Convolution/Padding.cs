namespace Nabla;

/// <summary>How much is added around an image before a window slides over it.</summary>
/// <remarks>
/// <see cref="Valid"/> adds nothing. <see cref="Same"/> adds what makes the result as large as the image divided by the
/// stride, rounded up; where that is odd, the one more goes to the end, as in Keras. Numbers add the same before and
/// after each spatial axis, as in PyTorch.
/// </remarks>
/// <example><code>
/// x.Conv(kernel, padding: Padding.Same);
/// x.Conv(kernel, padding: 1);
/// x.Conv(kernel, padding: Padding.Same.With(PaddingMode.Reflect));
/// </code></example>
public sealed partial record Padding
{
    private Padding(PaddingKind kind, Axes<long> before, Axes<long> after, PaddingMode mode) =>
        (Kind, Before, After, Mode) = (kind, before, after, mode);

    /// <summary>Nothing: the window stays inside the image.</summary>
    public static Padding Valid { get; } = new(PaddingKind.Valid, [], [], PaddingMode.Zeros);

    /// <summary>As much as makes the result ⌈extent / stride⌉ large.</summary>
    public static Padding Same { get; } = new(PaddingKind.Same, [], [], PaddingMode.Zeros);

    /// <summary>All before the axis, so that a result sees nothing that comes after it.</summary>
    public static Padding Causal { get; } = new(PaddingKind.Causal, [], [], PaddingMode.Zeros);

    /// <summary>How the widths are found.</summary>
    public PaddingKind Kind { get; }

    /// <summary>The widths before each spatial axis, or one for all; empty unless they were given as numbers.</summary>
    public Axes<long> Before { get; }

    /// <summary>The widths after each spatial axis, or one for all; empty unless they were given as numbers.</summary>
    public Axes<long> After { get; }

    /// <summary>What is added.</summary>
    public PaddingMode Mode { get; private init; }

    /// <summary>The same widths before and after: one for each spatial axis, or one for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative or more than 2^31.</exception>
    public static Padding Of(params ReadOnlySpan<long> widths) => Of(widths, widths);

    /// <summary>Widths before and after each spatial axis.</summary>
    /// <exception cref="ArgumentException">There are not as many after as before, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative or more than 2^31.</exception>
    public static Padding Of(ReadOnlySpan<long> before, ReadOnlySpan<long> after)
    {
        if (before.IsEmpty || before.Length != after.Length)
        {
            throw new ArgumentException(
                $"Padding takes a width before and after each spatial axis, but got {before.Length} and "
                + $"{after.Length}; write Padding.Valid for none.", nameof(before));
        }

        foreach (long width in (long[])[.. before, .. after])
        {
            if (width is < 0 or > SlidingWindow.LargestNumber)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(before), width, "Padding adds 0 to 2^31 elements; to cut a border off, slice.");
            }
        }

        return new Padding(PaddingKind.Explicit, before.ToArray(), after.ToArray(), PaddingMode.Zeros);
    }

    /// <summary>The same width before and after every spatial axis.</summary>
    public static implicit operator Padding(long width) => Of(width);

    /// <summary>The same widths, of something else than zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    public Padding With(PaddingMode mode) => Enum.IsDefined(mode)
        ? this with { Mode = mode }
        : throw new ArgumentOutOfRangeException(
            nameof(mode), mode, $"There is no such mode; there are {string.Join(", ", Enum.GetNames<PaddingMode>())}.");

    /// <summary>The widths for one spatial axis.</summary>
    /// <param name="axis">The spatial axis, from 0.</param>
    /// <param name="extent">Its extent.</param>
    /// <param name="reach">The extent of the dilated window.</param>
    /// <param name="stride">The stride.</param>
    internal (long Before, long After) WidthsOf(int axis, long extent, long reach, long stride)
    {
        long same = Math.Max(((((extent + stride - 1) / stride) - 1) * stride) + reach - extent, 0);
        return Kind switch
        {
            PaddingKind.Valid => (0, 0),
            PaddingKind.Same => (same / 2, same - (same / 2)),
            PaddingKind.Causal => (reach - 1, 0),
            _ => (Before[Before.Count == 1 ? 0 : axis], After[After.Count == 1 ? 0 : axis]),
        };
    }
}
