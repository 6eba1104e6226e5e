namespace Nabla.Graph;

/// <summary>What happens to a node as it is recorded; the runtime puts evaluation behind it.</summary>
internal static class Recorded
{
    /// <summary>Chains longer than this are evaluated as they grow, so that a loop cannot hoard a graph.</summary>
    public const int DepthLimit = 4096;

    [ThreadStatic]
    private static bool t_isEager;

    /// <summary>Evaluates the results of a node; set once by the runtime.</summary>
    public static Action<Node>? Evaluate { get; set; }

    /// <summary>Whether operations recorded on this thread are evaluated, and checked for NaN, at once.</summary>
    public static bool IsEager
    {
        get => t_isEager;
        set => t_isEager = value;
    }

    /// <summary>Called with every node; cheap unless a limit is reached or eager mode is on.</summary>
    public static void Observe(Node node)
    {
        bool isTooDeep = node.Depth > DepthLimit && !GraphRetention.IsActive;
        bool isWatched = t_isEager && node.Op is not (LeafOp or ViewOp);
        if ((isTooDeep || isWatched) && Trace.Current is null)
        {
            Evaluate?.Invoke(node);
        }
    }
}
