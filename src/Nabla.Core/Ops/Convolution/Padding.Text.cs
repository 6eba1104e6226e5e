using System.Globalization;

namespace Nabla;

/// <content>Paddings as texts, in files and messages.</content>
public sealed partial record Padding
{
    private static readonly (string Name, PaddingMode Mode)[] s_modes =
    [
        ("reflect", PaddingMode.Reflect), ("replicate", PaddingMode.Replicate), ("circular", PaddingMode.Circular),
    ];

    /// <summary>
    /// The padding of a text: <c>valid</c>, <c>same</c>, <c>causal</c>, or widths for all axes or for each, such as
    /// <c>1</c>, <c>1,2</c> or, before and after, <c>0,1:1,2</c>; behind it the mode, unless it is zeros, as in
    /// <c>same reflect</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The text means no padding.</exception>
    public static Padding Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split(' ');
        Padding? widths = words[0] switch
        {
            "valid" => Valid,
            "same" => Same,
            "causal" => Causal,
            string numbers => Numbers(numbers),
        };
        PaddingMode mode = words.Length == 1
            ? PaddingMode.Zeros
            : Array.Find(s_modes, named => named.Name == words[1]).Mode;
        return widths is not null && words.Length <= 2 && (words.Length == 1 || mode is not PaddingMode.Zeros)
            ? widths.With(mode)
            : throw new ArgumentException(
                $"'{text}' is no padding; write valid, same, causal, or widths such as 1 or 0,1:1,2, and behind it, "
                + "where it adds no zeros, a space and reflect, replicate or circular.", nameof(text));
    }

    /// <summary>The text, from which <see cref="Parse"/> makes an equal padding.</summary>
    public override string ToString()
    {
        string widths = Kind switch
        {
            PaddingKind.Valid => "valid",
            PaddingKind.Same => "same",
            PaddingKind.Causal => "causal",
            _ when Before == After => Join(Before),
            _ => $"{Join(Before)}:{Join(After)}",
        };
        return Mode is PaddingMode.Zeros
            ? widths
            : $"{widths} {Array.Find(s_modes, named => named.Mode == Mode).Name}";
    }

    private static Padding? Numbers(string text)
    {
        string[] ends = text.Split(':');
        long[]? before = List(ends[0]), after = List(ends[^1]);
        return ends.Length <= 2 && before is not null && after is not null && before.Length == after.Length
            ? Of(before, after)
            : null;
    }

    private static long[]? List(string text)
    {
        string[] parts = text.Split(',');
        var numbers = new long[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static string Join(Axes<long> widths) => string.Join(
        ',', widths.Span.ToArray().Select(width => width.ToString(CultureInfo.InvariantCulture)));
}
