using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>Compiles functions and makes their kernels, telling the debug log what came out.</summary>
internal static class ProgramBuilder
{
    public static Executable Build(GraphFunction function, Backend backend)
    {
        Program program = GraphCompiler.Compile(function, backend.Traits);
        if (DebugLog.Level >= DebugLog.Plans)
        {
            DebugLog.Write(program.Dump());
        }

        return new Executable(program, backend);
    }
}
