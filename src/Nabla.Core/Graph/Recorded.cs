namespace Nabla.Graph;

/// <summary>What happens to a node as it is recorded; the runtime puts evaluation behind it.</summary>
internal static class Recorded
{
    /// <summary>Chains longer than this are evaluated as they grow, so that a loop cannot hoard a graph.</summary>
    public const int DepthLimit = 4096;

    /// <summary>Evaluates the results of a node; set once by the runtime.</summary>
    public static Action<Node>? Evaluate { get; set; }

    /// <summary>Whether each operation is evaluated, and checked for NaN, as it is recorded.</summary>
    public static bool IsEager { get; set; }

    public static void Observe(Node node)
    {
        if ((node.Depth > DepthLimit || IsEager) && Trace.Current is null)
        {
            Evaluate?.Invoke(node);
        }
    }
}
