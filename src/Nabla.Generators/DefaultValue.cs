using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nabla.Generators;

/// <summary>The default value of a parameter as C#, with digits that give the same bits on every runtime.</summary>
internal static class DefaultValue
{
    /// <summary>Null for a parameter that has none.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        object? value = parameter.ExplicitDefaultValue;
        ITypeSymbol type = parameter.Type is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
        } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return value switch
        {
            null => "default",
            double number => Floating(number, "G17", "double", "D"),
            float number => Floating(number, "G9", "float", "F"),
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            _ when type.TypeKind is TypeKind.Enum =>
                $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({Plain(value)})",
            long number => $"{Plain(number)}L",
            _ => Plain(value),
        };
    }

    private static string Plain(object value) =>
        value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Floating(IFormattable number, string format, string type, string suffix) =>
        number.ToString(format, CultureInfo.InvariantCulture) switch
        {
            "NaN" => $"{type}.NaN",
            "Infinity" => $"{type}.PositiveInfinity",
            "-Infinity" => $"{type}.NegativeInfinity",
            string digits => digits + suffix,
        };
}
