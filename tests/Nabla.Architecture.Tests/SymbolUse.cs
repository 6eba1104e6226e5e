using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nabla.Architecture.Tests;

/// <summary>
/// One place in a source file that uses a declared symbol: by name, operator, conversion, construction.
/// </summary>
internal readonly record struct SymbolUse(string File, int Line, ISymbol Symbol)
{
    private static readonly SymbolDisplayFormat s_display = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public string SymbolName => Symbol.ToDisplayString(s_display);

    /// <summary>Every use in every file of <paramref name="assembly"/>, in the order of the files.</summary>
    public static IEnumerable<SymbolUse> In(SourceAssembly assembly) =>
        assembly.Trees.AsParallel().AsOrdered()
            .SelectMany(tree => In(tree, assembly.Compilation.GetSemanticModel(tree)));

    private static IEnumerable<SymbolUse> In(SyntaxTree tree, SemanticModel model)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            foreach (ISymbol symbol in SymbolsAt(node, model))
            {
                int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new SymbolUse(tree.FilePath, line, symbol);
            }
        }
    }

    private static IEnumerable<ISymbol> SymbolsAt(SyntaxNode node, SemanticModel model)
    {
        if (node is SimpleNameSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax or AssignmentExpressionSyntax or ElementAccessExpressionSyntax
            or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax
            && Declared(model.GetSymbolInfo(node).Symbol) is { } symbol)
        {
            yield return symbol;
        }

        if (node is ExpressionSyntax expression
            && Declared(model.GetConversion(expression).MethodSymbol) is { } conversion)
        {
            yield return conversion;
        }
    }

    private static ISymbol? Declared(ISymbol? symbol) => symbol switch
    {
        IAliasSymbol alias => Declared(alias.Target),
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
            => symbol.OriginalDefinition,
        _ => null,
    };
}
