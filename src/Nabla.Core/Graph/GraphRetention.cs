namespace Nabla.Graph;

/// <summary>While active on a thread, evaluated tensors keep their graph, because a gradient will walk it.</summary>
/// <remarks>
/// Without it, printing an intermediate value inside a differentiated function would cut the gradient.
/// </remarks>
internal readonly struct GraphRetention : IDisposable
{
    [ThreadStatic]
    private static int t_depth;

    public static bool IsActive => t_depth > 0;

    public static GraphRetention Enter()
    {
        t_depth++;
        return default;
    }

    public void Dispose() => t_depth--;
}
