using System.Globalization;
using Nabla.Configuration;

namespace Nabla;

/// <summary>From where to where a random factor is drawn; a single number reaches as far to both sides.</summary>
/// <param name="Lower">The smallest factor.</param>
/// <param name="Upper">What factors stay below.</param>
/// <example><code>
/// new RandomRotation(0.1)              // from −0.1 to 0.1 turns
/// new RandomRotation((-0.2, 0))        // clockwise only
/// </code></example>
public readonly record struct FactorRange(double Lower, double Upper) : IConfigurationText<FactorRange>
{
    private const string Separator = " to ";

    /// <summary>The two numbers, as <c>-0.2 to 0.2</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Lower:R}{Separator}{Upper:R}");

    /// <summary>Whether it is nothing but zero.</summary>
    public bool IsZero => Lower == 0 && Upper == 0;

    /// <summary>From −<paramref name="factor"/> to <paramref name="factor"/>.</summary>
    public static implicit operator FactorRange(double factor) => new(-Math.Abs(factor), Math.Abs(factor));

    /// <summary>From the first number to the second.</summary>
    public static implicit operator FactorRange((double Lower, double Upper) range) => new(range.Lower, range.Upper);

    /// <summary>From −<paramref name="factor"/> to <paramref name="factor"/>.</summary>
    public static FactorRange FromDouble(double factor) => factor;

    /// <inheritdoc/>
    public static FactorRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Separator) is [{ } lower, { } upper]
            && double.TryParse(lower, NumberStyles.Float, CultureInfo.InvariantCulture, out double from)
            && double.TryParse(upper, NumberStyles.Float, CultureInfo.InvariantCulture, out double to)
            ? new FactorRange(from, to)
            : throw new ArgumentException($"'{text}' is no range of factors such as '-0.2 to 0.2'.", nameof(text));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The range itself; throws unless it is one, and within some limits.</summary>
    internal FactorRange Within(double least, double most, string parameter, string advice) =>
        Lower >= least && Upper <= most && Lower <= Upper
            ? this
            : throw new ArgumentOutOfRangeException(
                parameter, this, $"Factors lie within {least} and {most}, the lower one first; {advice}");

    /// <summary>A factor for each image.</summary>
    internal Tensor Draw(Tensor images, CallContext context, string purpose) => Lower == Upper
        ? Tensor.Full([images.Shape[0]], Lower, images.DType)
        : Tensor.RandomUniform(
            [images.Shape[0]], context.Key(purpose), context.Step, Lower, Upper, images.DType);
}
