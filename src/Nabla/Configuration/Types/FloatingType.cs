using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Nabla.Configuration.Types;

/// <summary>
/// Numbers with the digits that bring back the same bits; JSON has no word for those that are not finite.
/// </summary>
internal sealed class FloatingType<T> : ConfigurationType<T> where T : struct, IFloatingPointIeee754<T>
{
    private const string NotANumber = "NaN";
    private const string Infinity = "Infinity";
    private const string NegativeInfinity = "-Infinity";

    internal override string Expected => "a number";

    internal override void Write(ComponentWriter writer, T value)
    {
        if (T.IsFinite(value))
        {
            writer.Json.WriteRawValue(value.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.Json.WriteStringValue(
                T.IsNaN(value) ? NotANumber : T.IsNegative(value) ? NegativeInfinity : Infinity);
        }
    }

    internal override T Read(ConfigurationNode node)
    {
        if (node.Kind is JsonValueKind.String)
        {
            return node.Text(Expected) switch
            {
                NotANumber => T.NaN,
                Infinity => T.PositiveInfinity,
                NegativeInfinity => T.NegativeInfinity,
                _ => throw node.Unexpected(Expected),
            };
        }

        return node.Kind is JsonValueKind.Number
            && T.TryParse(node.Element.GetRawText(), CultureInfo.InvariantCulture, out T value) && T.IsFinite(value)
                ? value
                : throw node.Unexpected(Expected);
    }
}
