using System.Diagnostics;
using Nabla.Graph;

namespace Nabla;

/// <summary>An immutable array of numbers: a handle on one output of a node of a lazy graph.</summary>
/// <remarks>
/// Operations check shapes and types at once and record a node; numbers are computed when somebody asks for them
/// (<c>ToArray</c>, <c>Item</c>, <c>Evaluate</c>), as LINQ does on <c>ToList</c>. There is nothing to dispose.
/// </remarks>
[DebuggerDisplay("{DebuggerSummary,nq}")]
public sealed partial class Tensor
{
    // Storage is published before the node is dropped, and readers look at it first:
    // two threads may evaluate one tensor.
    private volatile Node? _node;
    private volatile Storage? _storage;

    internal Tensor(Node node, int outputIndex, TensorSpec spec)
    {
        _node = node;
        OutputIndex = outputIndex;
        Spec = spec;
    }

    internal Tensor(Storage storage, TensorSpec spec, History? history = null)
    {
        _storage = storage;
        Spec = spec;
        History = history;
    }

    /// <summary>Type and shape.</summary>
    public TensorSpec Spec { get; }

    /// <summary>The extents, outermost axis first.</summary>
    public Shape Shape => Spec.Shape;

    /// <summary>The type of the elements.</summary>
    public DType DType => Spec.DType;

    /// <summary>The number of axes.</summary>
    public int Rank => Spec.Shape.Rank;

    /// <summary>Whether the numbers are there, so that reading them computes nothing.</summary>
    public bool IsEvaluated => _storage is not null;

    /// <summary>
    /// The node that computes this tensor; null once it is evaluated and nothing else needs the graph.
    /// </summary>
    public Node? Node => _node;

    /// <summary>Which output of <see cref="Node"/> this is.</summary>
    public int OutputIndex { get; }

    /// <summary>The numbers, once computed.</summary>
    public Storage? Storage => _storage;

    /// <summary>What this tensor was computed from, once it holds its numbers.</summary>
    internal History? History { get; private set; }

    /// <summary>The tensors among which a <see cref="Graph.History"/> names this one; null while none does.</summary>
    internal Cohort? Cohort { get; private set; }

    /// <summary>Which of its <see cref="Cohort"/> it is.</summary>
    internal int CohortPosition { get; private set; }

    /// <summary>Makes this tensor a leaf that holds its numbers.</summary>
    internal void Materialize(Storage storage, History? history)
    {
        History = history;
        _storage = storage;
        if (!GraphRetention.IsActive)
        {
            _node = null;
        }
    }

    /// <summary>Gives this tensor a name for histories.</summary>
    internal void Enrol(Cohort cohort)
    {
        CohortPosition = cohort.Enrol();
        Cohort = cohort;
    }

    private string DebuggerSummary => $"{Spec} {(IsEvaluated ? "evaluated" : _node?.Op.Name)}";
}
