using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>Computes untraced tensors, with a program cached by the structure of their graph.</summary>
internal static class Evaluator
{
    private const int CacheCapacity = 512;

    private static readonly BoundedCache<StructureKey, Executable> s_cache = new(CacheCapacity);

    public static void Evaluate(IReadOnlyList<Tensor> tensors)
    {
        Tensor[] wanted = [.. tensors.Where(tensor => !tensor.IsEvaluated).Distinct()];
        if (wanted.Length > 0)
        {
            // Updates that wait are computed with what is read, in one program.
            wanted = [.. wanted.Concat(PendingAssignments.Take()).Where(tensor => !tensor.IsEvaluated).Distinct()];
        }

        if (wanted.Length == 0)
        {
            return;
        }

        Backend backend = Backend.Current;
        Executable executable;
        UntracedGraph graph;

        // What compiling records belongs to a trace of its own: the caller's has no part in it,
        // and none of it is evaluated.
        using (Trace.Begin())
        {
            graph = new UntracedGraph(wanted, backend);
            executable = s_cache.GetOrAdd(graph.Key, () => ProgramBuilder.Build(graph.ToFunction(), backend));
        }

        Execution execution = executable.Rent();
        for (int i = 0; i < graph.Leaves.Count; i++)
        {
            execution.BindInput(i, StorageOf(graph.Leaves[i], backend));
        }

        var results = new Storage[wanted.Length];
        for (int i = 0; i < wanted.Length; i++)
        {
            results[i] = backend.Allocate(wanted[i].Spec);
            execution.BindOutput(i, results[i]);
        }

        execution.Run();
        executable.Return(execution, keepsLarge: false);
        for (int i = 0; i < wanted.Length; i++)
        {
            wanted[i].Materialize(
                results[i], wanted[i].DType.IsFloating ? History.Of(graph.AncestorsOf(i)) : null);
        }
    }

    private static Storage StorageOf(Tensor leaf, Backend backend)
    {
        // The node first: another thread may be giving the leaf its storage, and drops the node only afterwards.
        Node? node = leaf.Node;
        return leaf.Storage ?? (node?.Op is ConstantOp constant
            ? ScalarStorage.Create(backend, constant.DType, constant.Value)
            : throw new InvalidOperationException($"{leaf.Spec} is no leaf."));
    }
}
