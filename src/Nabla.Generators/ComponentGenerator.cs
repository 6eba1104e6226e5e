using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nabla.Generators;

/// <summary>
/// Writes, for every class with <c>[Component]</c>, how its configuration is written and read, so that the class is the
/// only place that declares it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ComponentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Component> components = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.ComponentAttribute,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ComponentAnalysis.Of((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]));
        context.RegisterSourceOutput(components, WriteComponent);
        context.RegisterSourceOutput(
            components.Collect().Combine(
                context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName)),
            static (output, all) => WriteCatalog(output, all.Left, all.Right ?? ""));
    }

    private static void WriteComponent(SourceProductionContext output, Component component)
    {
        foreach (Finding finding in component.Findings)
        {
            output.ReportDiagnostic(finding.Diagnostic);
        }

        if (component.IsValid)
        {
            output.AddSource($"{component.SourceName}.g.cs", ComponentSource.Of(component));
        }
    }

    private static void WriteCatalog(
        SourceProductionContext output, ImmutableArray<Component> components, string assembly)
    {
        Component[] valid = [.. components.Where(component => component.IsValid)];
        foreach (var kind in valid.GroupBy(component => (component.FamilyType, component.Kind)))
        {
            foreach (Component twin in kind.Skip(1))
            {
                output.ReportDiagnostic(Diagnostic.Create(
                    Rules.DuplicateKind, twin.Place?.Location,
                    kind.First().Name, twin.Name, twin.FamilyName, twin.Kind));
            }
        }

        if (valid.Length > 0)
        {
            output.AddSource("Components.g.cs", CatalogSource.Of(assembly, valid));
        }
    }
}
