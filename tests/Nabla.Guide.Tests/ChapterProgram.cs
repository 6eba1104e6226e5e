using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nabla.Generators;

namespace Nabla.Guide.Tests;

/// <summary>The code of a chapter as a reader would type it into one program, compiled and run.</summary>
internal static class ChapterProgram
{
    // Printed after each block, so that its output is told from that of the next.
    private const string EndOfBlock = "\u0003";

    // What a new console project has.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles the program, with the generator that a reference to Nabla brings.</summary>
    public static Assembly Compile(Chapter chapter)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Guide.{Path.GetFileNameWithoutExtension(chapter.Name)}",
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, s_parseOptions),
                CSharpSyntaxTree.ParseText(SourceOf(chapter), s_parseOptions),
            ],
            s_references,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ComponentGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out var findings);

        using var image = new MemoryStream();
        string[] complaints =
        [
            .. whole.Emit(image).Diagnostics.Concat(findings)
                .Where(finding => finding.Severity >= DiagnosticSeverity.Warning && finding.Id is not "CS1701")
                .Select(finding => finding.ToString()),
        ];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    /// <summary>Runs the program in a folder of its own.</summary>
    /// <returns>The lines that each block printed.</returns>
    public static IReadOnlyList<string[]> Run(Assembly program)
    {
        TextWriter console = Console.Out;
        string before = Directory.GetCurrentDirectory();
        string folder = Directory.CreateTempSubdirectory("nabla-guide-").FullName;
        var printed = new StringWriter();
        try
        {
            Directory.SetCurrentDirectory(folder);
            Console.SetOut(printed);
            program.EntryPoint!.Invoke(
                null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
            Directory.Delete(folder, recursive: true);
        }

        return
        [
            .. printed.ToString().Split(EndOfBlock).SkipLast(1).Select(text => Lines(text.ReplaceLineEndings("\n"))),
        ];
    }

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    // C# wants usings first and types last; a chapter has them where they are explained.
    private static string SourceOf(Chapter chapter)
    {
        var usings = new StringBuilder();
        var statements = new StringBuilder();
        var types = new StringBuilder();
        foreach (CodeBlock block in chapter.Blocks)
        {
            var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(block.Code, s_parseOptions).GetRoot();
            foreach (UsingDirectiveSyntax item in root.Usings)
            {
                Append(usings, item, block);
            }

            foreach (MemberDeclarationSyntax member in root.Members)
            {
                Append(member is GlobalStatementSyntax ? statements : types, member, block);
            }

            statements.AppendLine($"#line default\nConsole.Write(\"{EndOfBlock}\");");
        }

        return $"{usings}{statements}{types}";

        // What is wrong is told at the line of the page.
        void Append(StringBuilder text, SyntaxNode node, CodeBlock block)
        {
            int line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line + block.Line;
            text.AppendLine($"#line {line} \"docs/guide/{chapter.Name}\"").AppendLine(node.ToFullString());
        }
    }
}
