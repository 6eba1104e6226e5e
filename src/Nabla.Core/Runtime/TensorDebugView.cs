using System.Diagnostics;

namespace Nabla.Runtime;

/// <summary>
/// What a debugger shows of a tensor. It never computes: an unevaluated tensor shows how it would be.
/// </summary>
internal sealed class TensorDebugView(Tensor tensor)
{
    private const int Shown = 1000;

    public DType DType => tensor.DType;

    public Shape Shape => tensor.Shape;

    public bool IsEvaluated => tensor.IsEvaluated;

    /// <summary>The operation that would compute it, and the layer that recorded it.</summary>
    public string? Operation =>
        tensor.Node is { } node ? $"{node}{(node.Path is null ? "" : $" in {node.Path}")}" : null;

    /// <summary>The first elements in row-major order; empty before they are computed.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public Array Elements => !tensor.IsEvaluated ? Array.Empty<float>() : tensor.DType switch
    {
        DType.Float32 => First<float>(),
        DType.Float64 => First<double>(),
        DType.Int32 => First<int>(),
        DType.Int64 => First<long>(),
        DType.UInt8 => First<byte>(),
        _ => First<bool>(),
    };

    private T[] First<T>() where T : unmanaged => [.. tensor.ToArray<T>().Take(Shown)];
}
