#:package System.CommandLine
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS1591

// Everything a developer or a build server does, by one name: ./build --help. A file-based program, compiled once and
// then only started; it needs nothing but the SDK.

using System.CommandLine;
using System.Diagnostics;
using System.Runtime.Intrinsics;

string root = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;

// The switches that .NET 10 reads; EnableAVX512F of older runtimes does nothing.
(string Bits, string? Switch)[] vectorWidths =
[
    ("512", null), ("256", "DOTNET_EnableAVX512"), ("128", "DOTNET_EnableAVX2"), ("0", "DOTNET_EnableHWIntrinsic"),
];

Option<string> simd = new("--simd") { Description = "Run the Core suite at one vector width, or at all in turn." };
simd.AcceptOnlyFromAmong(["all", .. vectorWidths.Select(width => width.Bits)]);
Option<bool> debug = new("--debug") { Description = "Build with asserts." };
Argument<string[]> passed = new("arguments") { Description = "Go to the test runner as they are, after --." };
Command test = new("test", "Run every test.") { simd, debug, passed };
test.SetAction(result =>
{
    string[] arguments = result.GetValue(passed) ?? [];
    return result.GetValue(simd) is { } bits
        ? TestWidths(bits, result.GetValue(debug), arguments)
        : Test(result.GetValue(debug), arguments);
});

Argument<string?> name = new("name") { Description = "Part of a benchmark's name.", Arity = ArgumentArity.ZeroOrOne };
Command bench = new("bench", "Run the micro-benchmarks.") { name };
bench.SetAction(result => Benchmarks(result.GetValue(name) is { } only ? ["bench", only] : ["bench"]));

Option<string> json = new("--json") { Description = "Write the rows to this file as well." };
Option<string> markdown = new("--markdown") { Description = "Write a page for benchmarks/results as well." };
Option<string> filter = new("--filter") { Description = "Only workloads with this in their names." };
Option<bool> quick = new("--quick") { Description = "Fewer samples: to see that it runs, not to quote." };
Command compare = new("compare", "Measure Nabla and its peers on the same work, in one run.")
{
    json, markdown, filter, quick,
};
compare.SetAction(result => Benchmarks(
[
    "compare",
    .. result.GetValue(json) is { } rows ? ["--json", Path.GetFullPath(rows)] : (string[])[],
    .. result.GetValue(markdown) is { } page ? ["--markdown", Path.GetFullPath(page)] : (string[])[],
    .. result.GetValue(filter) is { } part ? ["--filter", part] : (string[])[],
    .. result.GetValue(quick) ? ["--quick"] : (string[])[],
]));

Command size = new("size", "Count lines by folder, and hold the budget of src/.");
size.SetAction(_ => Size());

Option<bool> fix = new("--fix") { Description = "Change the files instead of complaining." };
Command format = new("format", "Check the layout of the sources.") { fix };
format.SetAction(result => Format(result.GetValue(fix)));

Command samples = new("samples", "Run every sample; each asserts its result.");
samples.SetAction(_ => Samples());

RootCommand everything = new("Format check, build, test, size, cheapest first: what holds before a change is shown.")
{
    test, bench, compare, size, format, samples,
};
everything.SetAction(_ => InOrder(() => Format(fix: false), Build, () => Test(debug: false, ["--no-build"]), Size));
return everything.Parse(args).Invoke();

int Build() => Dotnet(["build", "Nabla.slnx", "-nologo", "-v", "quiet", "-p:AnalyzeTrimming=true"]);

int Test(bool debug, string[] arguments) =>
    Dotnet(["test", "-c", debug ? "WithAsserts" : "Release", .. arguments]);

// The switches hold for a process, so each width is a process of its own; a test asserts that it has that width.
int TestWidths(string wanted, bool debug, string[] arguments)
{
    const string Project = "tests/Nabla.Core.Tests";
    string configuration = debug ? "Debug" : "Release";
    int built = Dotnet(["build", Project, "-c", configuration, "-nologo", "-v", "quiet"]);
    if (built != 0)
    {
        return built;
    }

    int failed = 0;
    bool IsWanted(string bits) => wanted == "all" ? IsHere(bits) : wanted == bits;
    foreach ((string bits, string? off) in vectorWidths.Where(width => IsWanted(width.Bits)))
    {
        Console.WriteLine($"— {bits}-bit vectors");
        Dictionary<string, string> environment = new() { ["NABLA_TEST_VECTOR_BITS"] = bits };
        if (off is not null)
        {
            environment[off] = "0";
        }

        failed |= Dotnet([$"{Project}/bin/{configuration}/net10.0/Nabla.Core.Tests.dll", .. arguments], environment);
    }

    return failed;
}

bool IsHere(string bits) => bits switch
{
    "512" => Vector512.IsHardwareAccelerated,
    "256" => Vector256.IsHardwareAccelerated,
    _ => true,
};

int Benchmarks(string[] arguments) => Dotnet(["run", "--project", "benchmarks/Nabla.Benchmarks", "--", .. arguments]);

// Style and analyzers speak up in every build; what is left is white space, which needs no project to be loaded.
int Format(bool fix)
{
    string[] check = fix ? [] : ["--verify-no-changes"];
    return Dotnet(["format", "whitespace", ".", "--folder", "--exclude", "**/obj/**", .. check]);
}

int Samples()
{
    string[] files = [.. Directory.GetFiles(Path.Combine(root, "samples"), "*.cs").Order(StringComparer.Ordinal)];
    string[] failed = [.. files.Where(file =>
    {
        Console.WriteLine($"— {Path.GetFileName(file)}");
        return Dotnet(["run", "--file", file]) != 0;
    })];
    Console.WriteLine($"{files.Length - failed.Length} samples ran as they should, {failed.Length} did not");
    return failed.Length == 0 ? 0 : 1;
}

// Ceilings for single files stand in tests/Nabla.Architecture.Tests/FileRules.cs; here the whole is weighed.
int Size()
{
    const int MedianLimit = 80;
    const int NinetiethLimit = 250;
    const int TotalLimit = 84_000;

    SourceFile[] files = [.. new[] { "src", "tests", "benchmarks", "samples" }.SelectMany(SourceFile.Under(root))];
    Console.WriteLine($"{"folder",-44}{"files",7}{"lines",9}{"median",8}{"p90",6}{"max",6}");
    foreach (var area in files.GroupBy(file => file.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
    {
        Console.WriteLine(new SizeRow(area.Key, [.. area]));
    }

    foreach (var top in files.GroupBy(file => file.Area.Split('/')[0]))
    {
        Console.WriteLine(new SizeRow($"{top.Key}/, all of it", [.. top]));
    }

    SizeRow source = new("src", [.. files.Where(file => file.Area.StartsWith("src/", StringComparison.Ordinal))]);
    bool holds = source.Percentile(50) <= MedianLimit
        && source.Percentile(90) <= NinetiethLimit
        && source.Lines <= TotalLimit;
    Console.WriteLine($"src/ {(holds ? "is within" : "BREAKS")} its budget: "
        + $"median ≤ {MedianLimit}, p90 ≤ {NinetiethLimit}, {TotalLimit:N0} lines");
    return holds ? 0 : 1;
}

int InOrder(params Func<int>[] steps) => steps.Select(step => step()).FirstOrDefault(code => code != 0);

int Dotnet(string[] arguments, Dictionary<string, string>? environment = null)
{
    ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = root, UseShellExecute = false };
    foreach ((string key, string value) in environment ?? [])
    {
        start.Environment[key] = value;
    }

    using Process process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

/// <summary>A source file, and the folder it is counted under: src/Nabla.Core/Ops, tests/Nabla.Tests.</summary>
internal sealed record SourceFile(string Area, int Lines)
{
    public static Func<string, IEnumerable<SourceFile>> Under(string root) => top => Directory
        .EnumerateFiles(Path.Combine(root, top), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: path, Parts: Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)))
        .Where(file => !file.Parts.Contains("bin") && !file.Parts.Contains("obj"))
        .Select(file => new SourceFile(
            string.Join('/', file.Parts[..^1].Take(top == "src" ? 3 : 2)), File.ReadLines(file.Path).Count()));
}

/// <summary>One line of the table of sizes.</summary>
internal sealed record SizeRow(string Name, SourceFile[] Files)
{
    private readonly int[] _sorted = [.. Files.Select(file => file.Lines).Order()];

    public int Lines => _sorted.Sum();

    public int Percentile(int percent) => _sorted.Length == 0 ? 0 : _sorted[(_sorted.Length - 1) * percent / 100];

    public override string ToString() =>
        $"{Name,-44}{Files.Length,7}{Lines,9:N0}{Percentile(50),8}{Percentile(90),6}{Percentile(100),6}";
}
