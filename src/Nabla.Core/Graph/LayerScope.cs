namespace Nabla.Graph;

/// <summary>Names the layer that records nodes on this thread, for messages, profiles and parameter names.</summary>
public readonly struct LayerScope : IDisposable
{
    [ThreadStatic]
    private static string? t_current;

    private readonly string? _outer;

    private LayerScope(string? outer) => _outer = outer;

    /// <summary>The path of the layer at work, or null.</summary>
    public static string? Current => t_current;

    /// <summary>Enters a layer below the current one; disposing the result leaves it.</summary>
    public static LayerScope Enter(string name) => Set(t_current is null ? name : $"{t_current}.{name}");

    /// <summary>Continues under a path recorded earlier, as autodiff does for the gradient of a node.</summary>
    public static LayerScope Set(string? path)
    {
        var scope = new LayerScope(t_current);
        t_current = path;
        return scope;
    }

    /// <summary>Returns to the outer layer.</summary>
    public void Dispose() => t_current = _outer;
}
