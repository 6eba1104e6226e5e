using Nabla.Compiler.Fuse;
using Nabla.Compiler.Memory;
using Nabla.Compiler.Schedule;
using Nabla.Compiler.Simplify;
using Nabla.Compiler.Verify;

namespace Nabla.Compiler;

/// <summary>The passes in order: verify → simplify → fuse → schedule → plan memory.</summary>
public static class GraphCompiler
{
    /// <summary>Compiles a function for a backend.</summary>
    public static Program Compile(GraphFunction function, BackendTraits traits)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(traits);
        Verifier.Check(function);
        function = Simplifier.Run(function, traits);
        Verifier.Check(function);
        WorkGraph graph = WorkGraph.Build(function, traits);
        Clustering.Run(graph);
        Program program = Scheduler.Run(graph, function);
        return ArenaPlanner.Run(program);
    }
}
