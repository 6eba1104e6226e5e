using Microsoft.CodeAnalysis;

namespace Nabla.Generators;

/// <summary>How a type stands in a configuration: the C# expression that says so.</summary>
/// <param name="Expression">The expression, of members of <c>ConfigurationTypes</c>.</param>
/// <param name="Meaning">The same for types that read and write the same JSON.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsContent">Whether it is a list or dictionary of components.</param>
internal sealed record ValueType(string Expression, string Meaning, bool IsNullable, bool IsContent)
{
    private const string Types = "ConfigurationTypes";

    /// <summary>Null for a type that a file cannot hold.</summary>
    public static ValueType? Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Of(nullable.TypeArguments[0]) is { } value
                ? value with { Expression = $"{Types}.Nullable({value.Expression})", IsNullable = true }
                : null;
        }

        bool isOptional = type.IsReferenceType && type.NullableAnnotation is NullableAnnotation.Annotated;
        return OfPresent(type) is not { } present ? null
            : isOptional ? present with { Expression = $"{Types}.Optional({present.Expression})", IsNullable = true }
            : present;
    }

    private static ValueType? OfPresent(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => Simple("Boolean"),
        { SpecialType: SpecialType.System_Int32 } => Simple("Int32"),
        { SpecialType: SpecialType.System_Int64 } => Simple("Int64"),
        { SpecialType: SpecialType.System_Single } => Simple("Single"),
        { SpecialType: SpecialType.System_Double } => Simple("Double"),
        { SpecialType: SpecialType.System_String } => Simple("String"),
        { TypeKind: TypeKind.Enum } => Simple($"Enum<{Name(type)}>()"),
        IArrayTypeSymbol { Rank: 1 } array => Collection("Array", "List", array.ElementType),
        INamedTypeSymbol named => OfNamed(named),
        _ => null,
    };

    private static ValueType? OfNamed(INamedTypeSymbol type)
    {
        if (KnownTypes.IsShape(type))
        {
            return Simple("Shape");
        }

        if (KnownTypes.IsPadding(type))
        {
            return Simple("Padding");
        }

        if (KnownTypes.IsAxes(type))
        {
            return Collection("Axes", "List", type.TypeArguments[0]);
        }

        if (KnownTypes.IsText(type))
        {
            return Simple($"Text<{Name(type)}>()");
        }

        if (KnownTypes.FamilyOf(type) is not null)
        {
            return Simple($"Component<{Name(type)}>()") with { Meaning = "Component" };
        }

        if (KnownTypes.IsSelfDescribing(type))
        {
            return Simple($"Object<{Name(type)}>()");
        }

        return type.OriginalDefinition.SpecialType switch
        {
            SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
                or SpecialType.System_Collections_Generic_IEnumerable_T =>
                Collection("List", "List", type.TypeArguments[0]),
            _ => KnownTypes.IsDictionary(type) ? Collection("Dictionary", "Dictionary", type.TypeArguments[1]) : null,
        };
    }

    private static ValueType Simple(string name) => new($"{Types}.{name}", name, IsNullable: false, IsContent: false);

    private static ValueType? Collection(string name, string meaning, ITypeSymbol item) => Of(item) is { } element
        ? new ValueType(
            $"{Types}.{name}({element.Expression})", $"{meaning}({element.Meaning})", IsNullable: false,
            IsContent: element.Meaning == "Component" || element.IsContent)
        : null;

    private static string Name(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
