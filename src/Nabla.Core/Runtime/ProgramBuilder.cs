using Nabla.Compiler;
using Nabla.Compiler.Verify;

namespace Nabla.Runtime;

/// <summary>Compiles functions and makes their kernels, telling the debug log what came out.</summary>
internal static class ProgramBuilder
{
    private static readonly Action<string, GraphFunction>? s_watch = Watch();

    public static Executable Build(GraphFunction function, Backend backend)
    {
        Program program = GraphCompiler.Compile(function, backend.Traits, s_watch);
        if (DebugLog.Level >= DebugLog.Plans)
        {
            DebugLog.Write(program.Dump());
        }

        return new Executable(program, backend);
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
