using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nabla.Generators.Tests;

public sealed class ComponentGeneratorTests
{
    private const string Call = "protected override Tensor Call(Tensor x, CallContext context) => x;";

    [Fact]
    public void AnAssemblyOfAUserNeedsNothingButTheAttribute()
    {
        GeneratedAssembly assembly = GeneratedAssembly.Of("""
            namespace Their.House;

            [Component("their_scale", Version = 3)]
            public sealed class Scale(double @in, int[]? sizes = null, float most = 1e-7f) : Layer
            {
                public double In { get; } = @in;
                public IReadOnlyList<int>? Sizes { get; } = sizes;
                public float Most { get; } = most;
                protected override Tensor Call(Tensor x, CallContext context) => x * In;

                [Component("their_inner")]
                internal sealed class Inner : Loss
                {
                    protected override Tensor Elements(Tensor predictions, Tensor targets) => predictions;
                }
            }
            """, name: "Their.House-1");
        Assert.Empty(assembly.Findings);
        Assert.Empty(assembly.Errors);

        // Loading it and touching its module is all that an application does by using one of its types.
        using var image = new MemoryStream();
        Assert.True(assembly.Compilation.Emit(image).Success);
        image.Position = 0;
        Assembly loaded = AssemblyLoadContext.Default.LoadFromStream(image);
        RuntimeHelpers.RunModuleConstructor(loaded.ManifestModule.ModuleHandle);

        const string Text =
            """{"type":"their_scale","version":3,"in":2.5,"sizes":[1,2],"most":1E-07,"name":"s","trainable":false}""";
        Layer layer = ComponentJson.Read<Layer>(Text);
        Assert.Equal("Their.House.Scale", layer.GetType().FullName);
        Assert.Equal("s", layer.Name);
        Assert.Equal(Text, ComponentJson.Write(layer));
        Assert.Equal(
            """{"type":"their_inner","version":1,"reduction":"Sum"}""",
            ComponentJson.Write(ComponentJson.Read<Loss>("""{"version":1,"type":"their_inner","reduction":"Sum"}""")));
    }

    [Theory]
    [InlineData(
        "class A(Action f) : Layer { public Action F { get; } = f; CALL }",
        "NABLA001", "f", "'f' of 'A' is of type 'Action', which a file cannot hold; use bool, int")]
    [InlineData(
        "class A(ref int f) : Layer { public int F { get; } = f; CALL }", "NABLA001", "f", "which a file cannot hold")]
    [InlineData(
        "class A(int[,] f) : Layer { public int[,] F { get; } = f; CALL }", "NABLA001", "f", "'int[,]'")]
    [InlineData(
        "class A(IDictionary<int, Layer> f) : Layer { public IDictionary<int, Layer> F { get; } = f; CALL }",
        "NABLA001", "f", "a list of those")]
    [InlineData(
        "class A(int units) : Layer { readonly int _units = units; CALL }",
        "NABLA002", "units", "add a property 'public int Units { get; }' that holds it")]
    [InlineData(
        "class A(int units) : Layer { private int Units { get; } = units; CALL }",
        "NABLA002", "units", "has no property")]
    [InlineData(
        "class A(int units) : Layer { public long Units { get; } = units; CALL }",
        "NABLA003", "Units", "is of type 'long' but its parameter of type 'int'; give both the same type")]
    [InlineData(
        "class A : Layer { private A() { } CALL }", "NABLA004", "A", "'A' has no public constructor; mark the one")]
    [InlineData(
        "class A : Layer { public A(int a) { } public A(long b) { } CALL }",
        "NABLA004", "A", "2 public constructors with as many parameters; mark the one whose parameters")]
    [InlineData(
        "class A { }", "NABLA005", "A", "derive it from Layer, Loss, Metric, Optimizer")]
    [InlineData(
        "abstract class A : Layer { CALL }",
        "NABLA006", "A", "is abstract, so that no file can name it; put [Component]")]
    [InlineData(
        "class A<T> : Layer { CALL }", "NABLA006", "A", "is generic, so that no file can name it; derive a class")]
    [InlineData(
        "class A : Layer { public int Size { get; init; } CALL }",
        "NABLA012", "Size", "make it a parameter of the constructor, or put [ComponentProperty] above it")]
    [InlineData(
        "class A : Layer { [ComponentProperty] public int Size { get; } CALL }",
        "NABLA009", "Size", "give it 'init' or 'set'")]
    [InlineData(
        "class A : Layer { [ComponentProperty] public Action? F { get; set; } CALL }", "NABLA001", "F", "'Action?'")]
    [InlineData(
        "class A(string type) : Layer { public string Type { get; } = type; CALL }",
        "NABLA011", "type", "use another name")]
    public void WhatAFileCannotHoldIsFoundAtItsLine(string type, string id, string at, string advice)
    {
        GeneratedAssembly assembly = GeneratedAssembly.Of(
            $"[Component(\"a\")]\n{type.Replace("CALL", Call, StringComparison.Ordinal)}");

        Diagnostic finding = Assert.Single(assembly.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Contains(advice, finding.GetMessage());
        Assert.Equal("User.cs", finding.Location.GetLineSpan().Path);
        Assert.Equal(at, $"{assembly.Source}".Substring(finding.Location.SourceSpan.Start, at.Length));
        Assert.Equal(at.Length, finding.Location.SourceSpan.Length);
        Assert.DoesNotContain(assembly.Compilation.SyntaxTrees, IsGenerated);
    }

    [Theory]
    [InlineData("\"My Layer\"", "NABLA007", "The kind 'My Layer' of 'BigLayer' is no name;", "such as \"big_layer\"")]
    [InlineData("\"\"", "NABLA007", "lower case letters", "such as")]
    [InlineData("\"_a\"", "NABLA007", "lower case letters", "such as")]
    [InlineData("\"a\", Version = 0", "NABLA010", "The version of 'BigLayer' is 0;", "versions start at 1")]
    public void AnAttributeThatIsWrongIsFound(string arguments, string id, params string[] advice)
    {
        Diagnostic finding = Assert.Single(GeneratedAssembly.Of(
            $"[Component({arguments})] class BigLayer : Layer {{ {Call} }}").Findings);
        Assert.Equal(id, finding.Id);
        Assert.All(advice, part => Assert.Contains(part, finding.GetMessage()));
    }

    [Fact]
    public void AHiddenClassIsFound() => Assert.Contains(
        "make it internal or public",
        Assert.Single(GeneratedAssembly.Of(
            $"class Outer {{ [Component(\"a\")] private class A : Layer {{ {Call} }} }}").Findings).GetMessage());

    [Fact]
    public void OneKindTwiceIsFound()
    {
        Diagnostic finding = Assert.Single(GeneratedAssembly.Of($$"""
            [Component("a")] class A : Layer { {{Call}} }
            [Component("a")] class B : Layer { {{Call}} }
            [Component("a")] class C : Loss { protected override Tensor Elements(Tensor p, Tensor t) => p; }
            """).Findings);
        Assert.Equal("NABLA008", finding.Id);
        Assert.Contains("'A' and 'B' are both the layer 'a'", finding.GetMessage());
    }

    [Fact]
    public void TheConstructorCanBeChosen()
    {
        GeneratedAssembly assembly = GeneratedAssembly.Of($$"""
            [Component("a")]
            class A : Layer
            {
                [ComponentConstructor] public A(int size) => Size = size;
                public A(Action first, Action second) { }
                public int Size { get; }
                {{Call}}
            }
            """);
        Assert.Empty(assembly.Findings);
        Assert.Empty(assembly.Errors);
    }

    [Fact]
    public void OddDefaultsCompile()
    {
        GeneratedAssembly assembly = GeneratedAssembly.Of($$"""
            enum E { A = -1, B = 2 }

            [Component("a")]
            class A(
                double a = double.NaN, float b = float.NegativeInfinity, long c = long.MinValue, E d = E.A, E? e = E.B,
                string f = "\"\n\\", bool g = true, Shape h = default, double? i = 0.1, int @class = -1,
                string? j = null, Padding? l = null, Axes<long> m = default,
                params int[] k) : Layer
            {
                public double A1 => 0;
                public double a { get; } = a;
                public float B { get; } = b;
                public long C { get; } = c;
                public E D { get; } = d;
                public E? E { get; } = e;
                public string F { get; } = f;
                public bool G { get; } = g;
                public Shape H { get; } = h;
                public double? I { get; } = i;
                public int Class { get; } = @class;
                public string? J { get; } = j;
                public Padding L { get; } = l ?? Padding.Valid;
                public Axes<long> M { get; } = m;
                public int[] K { get; } = k;
                {{Call}}
            }
            """);
        Assert.Empty(assembly.Findings);
        Assert.Empty(assembly.Errors);
    }

    [Fact]
    public void WhatDoesNotTouchAComponentWritesNothingAnew()
    {
        GeneratedAssembly assembly = GeneratedAssembly.Of($"[Component(\"a\")] class A : Layer {{ {Call} }}");
        Compilation edited = assembly.Compilation.RemoveSyntaxTrees(
            assembly.Compilation.SyntaxTrees.Where(IsGenerated))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                "class Other;", (CSharpParseOptions)assembly.Source.Options,
                cancellationToken: TestContext.Current.CancellationToken));

        GeneratorRunResult result = Assert.Single(
            assembly.Driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results);
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void AnAssemblyWithoutComponentsGetsNothing() =>
        Assert.DoesNotContain(GeneratedAssembly.Of("class A;").Compilation.SyntaxTrees, IsGenerated);

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
