using System.CommandLine;
using System.Reflection;
using Nabla.Benchmarks.Comparative;

namespace Nabla.Benchmarks;

/// <summary>Runs benchmarks by name; one of micro/ is a public static class with a method <c>Run()</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var name = new Argument<string?>("name")
        {
            Description = "Part of a benchmark's name; none runs them all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var bench = new Command("bench", "Measure one thing at a time.") { name };
        bench.SetAction(result => RunMicro(result.GetValue(name) ?? ""));

        RootCommand everything = new("Measures Nabla.")
        {
            bench, CompareCommand.Create(), WeightsCommand.Create(), MemoryCommand.Create(),
        };
        return everything.Parse(arguments).Invoke();
    }

    private static int RunMicro(string name)
    {
        MethodInfo[] found =
        [
            .. typeof(Program).Assembly.GetExportedTypes()
                .Where(type => type.Namespace?.StartsWith("Nabla.Benchmarks.Micro", StringComparison.Ordinal) == true
                    && type.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, []))
                .OfType<MethodInfo>(),
        ];

        foreach (MethodInfo benchmark in found)
        {
            Console.WriteLine($"— {benchmark.DeclaringType!.Name}");
            benchmark.Invoke(null, null);
        }

        if (found.Length == 0)
        {
            Console.Error.WriteLine($"No benchmark under micro/ has '{name}' in its name.");
        }

        return found.Length == 0 ? 1 : 0;
    }
}
