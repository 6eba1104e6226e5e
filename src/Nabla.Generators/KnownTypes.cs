using Microsoft.CodeAnalysis;

namespace Nabla.Generators;

/// <summary>The types and attributes of Nabla that generated code rests on, by their names.</summary>
internal static class KnownTypes
{
    public const string ComponentAttribute = "Nabla.ComponentAttribute";

    private const string FamilyAttribute = "Nabla.ComponentFamilyAttribute";
    private const string PropertyAttribute = "Nabla.ComponentPropertyAttribute";
    private const string ConstructorAttribute = "Nabla.ComponentConstructorAttribute";
    private const string Shape = "Nabla.Shape";
    private const string Padding = "Nabla.Padding";
    private const string Axes = "Nabla.Axes<T>";
    private const string Text = "Nabla.Configuration.IConfigurationText<TSelf>";
    private const string SelfDescribing = "Nabla.Configuration.ISelfDescribing<TSelf>";
    private const string Dictionary = "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>";

    public static bool IsShape(ITypeSymbol type) => type.ToDisplayString() == Shape;

    public static bool IsPadding(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == Padding;

    public static bool IsAxes(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString() == Axes;

    public static bool IsText(ITypeSymbol type) => Implements(type, Text);

    public static bool IsSelfDescribing(ITypeSymbol type) => Implements(type, SelfDescribing);

    public static bool IsDictionary(INamedTypeSymbol type) =>
        type.OriginalDefinition.ToDisplayString() == Dictionary
        && type.TypeArguments[0].SpecialType is SpecialType.System_String;

    public static bool IsComponentProperty(IPropertySymbol property) => Find(property, PropertyAttribute) is not null;

    public static bool IsComponentConstructor(IMethodSymbol method) => Find(method, ConstructorAttribute) is not null;

    /// <summary>The class above a component that carries the family's attribute, and the family's name.</summary>
    public static (INamedTypeSymbol Type, string Name)? FamilyOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Find(ancestor, FamilyAttribute)?.ConstructorArguments.FirstOrDefault().Value is string name)
            {
                return (ancestor, name);
            }
        }

        return null;
    }

    private static bool Implements(ITypeSymbol type, string definition) => type.AllInterfaces.Any(
        candidate => candidate.OriginalDefinition.ToDisplayString() == definition
            && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == attribute);
}
