using Microsoft.CodeAnalysis;

namespace Nabla.Architecture.Tests;

/// <summary>Holds the table of <see cref="Floors"/> on symbols.</summary>
public sealed class FloorTests
{
    [Fact]
    public void EverySourceFileStandsOnAFloor()
    {
        IEnumerable<string> homeless = SourceAssembly.All
            .SelectMany(assembly => Repository.SourcesUnder($"src/{assembly.Name}/"))
            .Where(file => Floors.Of(file) is null);

        Violations.AssertNone(homeless.Select(file => $"{file}: no floor in Floors.Parts holds this folder"));
    }

    [Fact]
    public void TheSourcesCompileHere()
    {
        // A symbol that does not bind cannot be checked, so that a broken compilation would pass every test below.
        IEnumerable<string> errors = SourceAssembly.All
            .SelectMany(assembly => assembly.Compilation.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());

        Violations.AssertNone(errors);
    }

    [Fact]
    public void APartUsesOnlyTheFloorsBelow()
    {
        SymbolUse[] upward = [.. SourceAssembly.All.SelectMany(assembly => assembly.Uses).Where(IsUpward)];
        HashSet<(string, string)> found = [.. upward.Select(use => (use.File, use.SymbolName))];
        HashSet<(string, string)> excused = [.. Floors.Exceptions.Select(entry => (entry.File, entry.Symbol))];

        IEnumerable<string> violations = upward
            .Where(use => !excused.Contains((use.File, use.SymbolName)))
            .Select(Describe);
        IEnumerable<string> stale = excused.Except(found)
            .Select(entry => $"Floors.Exceptions lists {entry.Item1} → {entry.Item2}, which nothing needs any more");

        Violations.AssertNone(violations.Concat(stale));
    }

    [Theory]
    [InlineData("Up.Run();", "Up.Run")]
    [InlineData("var y = Low.Make() + 1;", "Low.operator +")]
    [InlineData("int y = Low.Make();", "Low.implicit operator int")]
    [InlineData("Low.Make().Member();", "Low.Member")]
    [InlineData("Low.Make(); /* Up.Run() */", null)]
    public void AnUpwardUseIsFoundHoweverItIsWritten(string statement, string? found)
    {
        SourceAssembly assembly = new("Probe",
        [
            ("src/Nabla.Core/Primitives/Low.cs", "partial class Low { public static Low Make() => new(); }"),
            ("src/Nabla.Core/Primitives/User.cs", $"class User {{ void Use() {{ {statement} }} }}"),
            ("src/Nabla.Core/Runtime/Up.cs", "class Up { public static void Run() { } }"),
            ("src/Nabla.Core/Runtime/Low.Runtime.cs", """
                partial class Low
                {
                    public void Member() { }
                    public static Low operator +(Low a, int b) => a;
                    public static implicit operator int(Low a) => 0;
                }
                """),
        ]);

        string[] upward = [.. assembly.Uses.Where(IsUpward).Select(use => use.SymbolName).Distinct()];

        if (found is null)
        {
            Assert.Empty(upward);
        }
        else
        {
            Assert.Contains(found, upward);
        }
    }

    [Fact]
    public void LibrariesDoNotTouchTheConsole()
    {
        IEnumerable<string> violations = SourceAssembly.All.SelectMany(assembly => assembly.Uses)
            .Where(use => IsConsole(use.Symbol as INamedTypeSymbol ?? use.Symbol.ContainingType))
            .Where(use => !Floors.ConsoleWriters.Any(writer => writer.File == use.File))
            .Select(use => $"{use.File}:{use.Line} uses {use.SymbolName}");

        Violations.AssertNone(violations);
    }

    [Theory]
    [InlineData("Primitives", "Graph and Ops", false)]
    [InlineData("Compiler", "Graph and Ops", true)]
    [InlineData("Backends/Cpu", "Backends/Reference", false)]
    [InlineData("Layers", "Initializers", true)]
    [InlineData("Initializers", "Layers", false)]
    [InlineData("Losses", "Metrics", false)]
    [InlineData("Training", "Optimizers", true)]
    public void TheTableMeansWhatItSays(string user, string used, bool expected)
    {
        Part Find(string name) => Floors.Parts.Single(part => part.Name == name);

        Assert.Equal(expected, Find(user).MayUse(Find(used)));
    }

    private static bool IsConsole(INamedTypeSymbol? type) => type?.ToDisplayString() == "System.Console";

    private static bool IsUpward(SymbolUse use) =>
        Floors.Of(use.File) is { } user && PartOf(use.Symbol) is { } used && !user.MayUse(used);

    private static string Describe(SymbolUse use) =>
        $"{use.File}:{use.Line} uses {use.SymbolName} ({PartOf(use.Symbol)}) from {Floors.Of(use.File)}";

    // A member counts on the floor of the file that declares it; a partial type,
    // whose files may span floors, on the lowest.
    private static Part? PartOf(ISymbol symbol)
    {
        ISymbol declared = symbol.IsImplicitlyDeclared && symbol.ContainingType is { } type ? type : symbol;
        return declared.DeclaringSyntaxReferences
            .Select(reference => Floors.Of(reference.SyntaxTree.FilePath))
            .OfType<Part>()
            .MinBy(part => part.Floor);
    }
}
