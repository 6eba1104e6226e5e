using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nabla.Architecture.Tests;

/// <summary>
/// A library of src/, compiled in memory from its sources. Tests ask symbols, not text: a name in a comment is no
/// dependency, and one that arrives by an operator, a conversion or <c>var</c> is. Nothing that a person wrote refers
/// to what generators add, so they do not run here.
/// </summary>
internal sealed class SourceAssembly
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parseOptions = new(
        LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["NET10_0", "NET10_0_OR_GREATER", "NET"]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_framework = new(LoadFramework);
    private static readonly Lazy<SourceAssembly> s_core = new(() => Load("Nabla.Core"));
    private static readonly Lazy<SourceAssembly> s_library = new(() => Load("Nabla", Core));
    private static readonly Lazy<SourceAssembly> s_models = new(() => Load("Nabla.Models", Core, Library));

    private readonly Lazy<SymbolUse[]> _uses;

    public SourceAssembly(
        string name, IEnumerable<(string File, string Text)> sources, params SourceAssembly[] references)
    {
        CSharpCompilationOptions options = new(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        ParallelQuery<SyntaxTree> trees = sources.AsParallel().AsOrdered()
            .Select(source => Parse(source.File, source.Text));
        Name = name;
        Compilation = CSharpCompilation.Create(
            name,
            [Parse("", ImplicitUsings), .. trees],
            [.. s_framework.Value, .. references.Select(reference => reference.Compilation.ToMetadataReference())],
            options);
        _uses = new(() => [.. SymbolUse.In(this)]);
    }

    /// <summary>Floors 0 to 5.</summary>
    public static SourceAssembly Core => s_core.Value;

    /// <summary>Floors 6 and 7.</summary>
    public static SourceAssembly Library => s_library.Value;

    /// <summary>Networks by name, on floor 8.</summary>
    public static SourceAssembly Models => s_models.Value;

    public static SourceAssembly[] All => [Core, Library, Models];

    public string Name { get; }

    public Compilation Compilation { get; }

    /// <summary>The trees of the files in src/, without what the test adds.</summary>
    public IEnumerable<SyntaxTree> Trees =>
        Compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith("src/", StringComparison.Ordinal));

    /// <summary>Every use of a declared symbol, in the order of the files.</summary>
    public IReadOnlyList<SymbolUse> Uses => _uses.Value;

    private static SourceAssembly Load(string name, params SourceAssembly[] references)
    {
        IEnumerable<string> files = Repository.SourcesUnder($"src/{name}/");
        return new SourceAssembly(name, files.Select(file => (file, Repository.ReadText(file))), references);
    }

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, s_parseOptions, file);

    // What this process runs on is what libraries compile against: the shared framework and System.Numerics.Tensors.
    private static ImmutableArray<MetadataReference> LoadFramework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => path.StartsWith(framework, StringComparison.Ordinal)
                    || Path.GetFileName(path) == "System.Numerics.Tensors.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
