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
    /// <param name="function">The function.</param>
    /// <param name="traits">What the backend can do.</param>
    /// <param name="watch">Shown the graph after a stage, with the stage's name.</param>
    public static Program Compile(
        GraphFunction function, BackendTraits traits, Action<string, GraphFunction>? watch = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(traits);
        watch?.Invoke("traced", function);
        Verifier.Check(function);
        function = Simplifier.Run(function, traits);
        watch?.Invoke("simplified", function);
        Verifier.Check(function);
        WorkGraph graph = WorkGraph.Build(function, traits);
        Clustering.Run(graph);
        Program program = Scheduler.Run(graph, function);
        return ArenaPlanner.Run(program);
    }
}
