using Nabla.Compiler;
using Nabla.Compiler.Freeze;
using Nabla.Compiler.Verify;
using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>Compiles functions and makes their kernels, telling the debug log what came out.</summary>
internal static class ProgramBuilder
{
    private static readonly Action<string, GraphFunction>? s_watch = Watch();

    public static Executable Build(GraphFunction function, Backend backend) =>
        new(Compile(function, backend), backend);

    /// <summary>Builds a program that keeps the values that variables have now.</summary>
    public static Executable BuildFrozen(GraphFunction function, Backend backend)
    {
        // Read before a trace begins, within which they would be variables again.
        var values = new Dictionary<Variable, Tensor>();
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            if (node.Op is VariableOp leaf && !values.ContainsKey(leaf.Variable))
            {
                values.Add(leaf.Variable, leaf.Variable.Value.Evaluate());
            }
        }

        using var trace = Trace.Begin();
        GraphFunction frozen = Freezer.Run(
            function, backend.Traits, variable => values[variable], constants => Compute(constants, backend));
        return new Executable(Compile(frozen, backend), backend, isFrozen: true);
    }

    private static Tensor[] Compute(GraphFunction function, Backend backend)
    {
        Executable executable = Build(function, backend);
        Execution execution = executable.Rent();
        Tensor[] results =
            [.. executable.Program.Outputs.Select(spec => new Tensor(executable.Backend.Allocate(spec), spec))];
        for (int i = 0; i < results.Length; i++)
        {
            execution.BindOutput(i, results[i].Storage!);
        }

        execution.Run();
        execution.Release();
        return results;
    }

    private static Program Compile(GraphFunction function, Backend backend)
    {
        Program program = GraphCompiler.Compile(function, backend.Traits, s_watch);
        if (DebugLog.Level >= DebugLog.Plans)
        {
            DebugLog.Write(program.Dump());
        }

        return program;
    }

    private static Action<string, GraphFunction>? Watch()
    {
        if (DebugLog.Level < DebugLog.Passes)
        {
            return null;
        }

        Verifier.IsEnabled = true;
        return (stage, function) => DebugLog.Write($"{stage}\n{function.Dump()}");
    }
}
