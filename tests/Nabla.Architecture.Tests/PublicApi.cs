using Microsoft.CodeAnalysis;

namespace Nabla.Architecture.Tests;

/// <summary>Writes what users of a library can see: a line a type and a line a member, with full signatures.</summary>
internal static class PublicApi
{
    private const SymbolDisplayGenericsOptions Generics = SymbolDisplayGenericsOptions.IncludeTypeParameters
        | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance;

    private static readonly SymbolDisplayFormat s_typeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: Generics,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat s_memberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: Generics,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Of(SourceAssembly assembly)
    {
        IEnumerable<string> lines = Types(assembly.Compilation.Assembly.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .SelectMany(type => Members(type).Prepend(Header(type)));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope) => scope.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type
            ? IsVisible(type) ? Types(type).Prepend(type) : []
            : Types(member));

    private static string Header(INamedTypeSymbol type)
    {
        string modifiers = type switch
        {
            { TypeKind: TypeKind.Class, IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            _ => "",
        };
        INamedTypeSymbol? parent = type.BaseType is { SpecialType: SpecialType.None } ? type.BaseType : null;
        string[] bases =
        [
            .. type.Interfaces.Prepend(parent).OfType<INamedTypeSymbol>().Where(IsVisible)
                .Select(item => item.ToDisplayString(s_memberFormat)),
        ];
        string inherits = bases.Length > 0 ? $" : {string.Join(", ", bases)}" : "";
        return $"{modifiers}{type.ToDisplayString(s_typeFormat)}{inherits}";
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is not INamedTypeSymbol && IsVisible(member) && !IsGenerated(member))
        .Select(member => $"  {(member.DeclaredAccessibility == Accessibility.Public ? "" : "protected ")}"
            + member.ToDisplayString(s_memberFormat))
        .Order(StringComparer.Ordinal);

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // Accessors show with their property; what the compiler adds to records says nothing that the header does not.
    private static bool IsGenerated(ISymbol member) =>
        member is IMethodSymbol { AssociatedSymbol: not null }
        || (member.IsImplicitlyDeclared && member is not IMethodSymbol { MethodKind: MethodKind.Constructor });
}
