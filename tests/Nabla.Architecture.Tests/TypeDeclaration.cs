using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nabla.Architecture.Tests;

/// <summary>A type at the top of a source file, as written there.</summary>
internal sealed record TypeDeclaration(string Name, SyntaxTokenList Modifiers)
{
    public bool IsPublic => Modifiers.Any(SyntaxKind.PublicKeyword);

    public bool IsPartial => Modifiers.Any(SyntaxKind.PartialKeyword);

    public bool IsFileLocal => Modifiers.Any(SyntaxKind.FileKeyword);

    /// <summary>What an op's class computes: Sigmoid for SigmoidOp; null for every other type.</summary>
    public string? Operation => Name.EndsWith("Op", StringComparison.Ordinal) ? Name[..^2] : null;

    public static IEnumerable<TypeDeclaration> In(string file) =>
        CSharpSyntaxTree.ParseText(Repository.ReadText(file)).GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => node switch
            {
                BaseTypeDeclarationSyntax type => new TypeDeclaration(type.Identifier.Text, type.Modifiers),
                DelegateDeclarationSyntax type => new TypeDeclaration(type.Identifier.Text, type.Modifiers),
                _ => null,
            })
            .OfType<TypeDeclaration>();
}
