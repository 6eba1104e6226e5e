using System.Globalization;
using System.Numerics;

namespace Nabla.Tabular;

/// <summary>Which cells are numbers, and which numbers they are.</summary>
/// <remarks>
/// A number is <c>[+-]digits[.digits][e[+-]digits]</c> or an infinity. A whole number that starts with a needless zero,
/// such as 02134, is text: it is a code whose zero counts.
/// </remarks>
internal static class NumberSyntax
{
    // Below it neither float32 nor the count of digits can overflow.
    private const int PlainLength = 38;
    private const int LongestNumber = 512;

    private const int ShortLength = 18;
    private const ulong ExactSingle = 1 << 24;
    private const ulong ExactDouble = 1ul << 53;
    private const int ExactSingleTens = 10;

    private static readonly double[] s_tens = [.. Enumerable.Range(0, ShortLength + 1).Select(n => Math.Pow(10, n))];

    /// <summary>Tells integers and numbers from all else.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="point">The character before the fraction.</param>
    /// <param name="isInteger">Whether it is a whole number written as one.</param>
    public static bool IsNumber(ReadOnlySpan<byte> cell, byte point, out bool isInteger)
    {
        isInteger = false;
        int i = cell.Length > 0 && cell[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        int start = i;
        i = SkipDigits(cell, i);
        int digits = i - start;
        if (i == cell.Length)
        {
            isInteger = digits > 0 && (digits == 1 || cell[start] != '0');
            return isInteger;
        }

        if (digits > 1 && cell[start] == '0' && SkipDigits(cell, start) == cell.Length)
        {
            return false;
        }

        if (cell[i] == point)
        {
            int fraction = ++i;
            i = SkipDigits(cell, i);
            digits += i - fraction;
        }

        if (digits == 0)
        {
            return i == start && IsInfinity(cell[start..]);
        }

        if (i < cell.Length && (cell[i] | 0x20) == 'e')
        {
            i += i + 1 < cell.Length && cell[i + 1] is (byte)'-' or (byte)'+' ? 2 : 1;
            int exponent = i;
            i = SkipDigits(cell, i);
            if (i == exponent)
            {
                return false;
            }
        }

        return i == cell.Length && cell.Length <= LongestNumber;
    }

    /// <summary>Whether a number is finite but beyond what float32 holds.</summary>
    public static bool ExceedsSingle(ReadOnlySpan<byte> cell, byte point) =>
        (cell.Length > PlainLength || cell.IndexOfAny((byte)'e', (byte)'E') >= 0)
        && float.IsInfinity((float)Parse(cell, point)) && double.IsFinite(Parse(cell, point));

    /// <summary>The value of what <see cref="IsNumber"/> took for a number.</summary>
    private static double Parse(ReadOnlySpan<byte> cell, byte point) => ParseAs<double>(cell, point);

    /// <inheritdoc cref="Parse"/>
    public static T ParseAs<T>(ReadOnlySpan<byte> cell, byte point) where T : IFloatingPointIeee754<T>
    {
        if (TryParseShort(cell, point, out T value))
        {
            return value;
        }

        if ((cell[^1] | 0x20) is 'f' or 'y')
        {
            return cell[0] == '-' ? T.NegativeInfinity : T.PositiveInfinity;
        }

        if (point == '.')
        {
            return T.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        Span<byte> pointed = stackalloc byte[LongestNumber];
        pointed = pointed[..cell.Length];
        cell.Replace(pointed, point, (byte)'.');
        return T.Parse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // Where digits and power of ten are exact in the type, one division rounds correctly (W. D. Clinger, How to Read
    // Floating Point Numbers Accurately, 1990): a fifth of the time for what files mostly hold.
    private static bool TryParseShort<T>(ReadOnlySpan<byte> cell, byte point, out T value)
        where T : IFloatingPointIeee754<T>
    {
        value = T.Zero;
        if (cell.Length > ShortLength)
        {
            return false;
        }

        bool isNegative = cell[0] == '-';
        ulong digits = 0;
        int scale = -1;
        for (int i = isNegative || cell[0] == '+' ? 1 : 0; i < cell.Length; i++)
        {
            uint digit = (uint)cell[i] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                scale += scale >= 0 ? 1 : 0;
            }
            else if (cell[i] == point)
            {
                scale = 0;
            }
            else
            {
                return false;
            }
        }

        bool isSingle = typeof(T) == typeof(float);
        if (digits > (isSingle ? ExactSingle : ExactDouble) || scale > (isSingle ? ExactSingleTens : ShortLength))
        {
            return false;
        }

        value = T.CreateTruncating(digits);
        value = scale > 0 ? value / T.CreateTruncating(s_tens[scale]) : value;
        value = isNegative ? -value : value;
        return true;
    }

    private static int SkipDigits(ReadOnlySpan<byte> cell, int i)
    {
        while ((uint)i < (uint)cell.Length && (uint)(cell[i] - '0') <= 9)
        {
            i++;
        }

        return i;
    }

    private static bool IsInfinity(ReadOnlySpan<byte> cell) =>
        System.Text.Ascii.EqualsIgnoreCase(cell, "inf"u8) || System.Text.Ascii.EqualsIgnoreCase(cell, "infinity"u8);
}
