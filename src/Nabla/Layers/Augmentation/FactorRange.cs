using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>From where to where a random factor is drawn; a single number reaches as far to both sides.</summary>
/// <param name="Lower">The smallest factor.</param>
/// <param name="Upper">What factors stay below.</param>
/// <example><code>
/// new RandomRotation(0.1f)              // from −0.1 to 0.1 turns
/// new RandomRotation((-0.2f, 0))        // clockwise only
/// </code></example>
[method: JsonConstructor]
public readonly record struct FactorRange(float Lower, float Upper)
{
    /// <summary>Whether it is nothing but zero.</summary>
    [JsonIgnore]
    public bool IsZero => Lower == 0 && Upper == 0;

    /// <summary>From −<paramref name="factor"/> to <paramref name="factor"/>.</summary>
    public static implicit operator FactorRange(float factor) => new(-Math.Abs(factor), Math.Abs(factor));

    /// <summary>From the first number to the second.</summary>
    public static implicit operator FactorRange((float Lower, float Upper) range) => new(range.Lower, range.Upper);

    /// <summary>From −<paramref name="factor"/> to <paramref name="factor"/>.</summary>
    public static FactorRange FromSingle(float factor) => factor;

    /// <inheritdoc/>
    public override string ToString() => $"{Lower} to {Upper}";

    /// <summary>The range itself; throws unless it is one, and within some limits.</summary>
    internal FactorRange Within(float least, float most, string parameter, string advice) =>
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
