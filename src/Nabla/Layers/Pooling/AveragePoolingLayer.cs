namespace Nabla;

/// <summary>A layer that keeps the mean of each window.</summary>
public abstract class AveragePoolingLayer : PoolingLayer
{
    private protected AveragePoolingLayer(
        int spatialAxes, Axes<long> poolSize, Axes<long> strides, Padding? padding, bool countPadding)
        : base(spatialAxes, poolSize, strides, padding) => CountPadding = countPadding;

    /// <summary>Whether zeros that were added count in the mean.</summary>
    public bool CountPadding { get; }

    private protected sealed override Tensor Change(Tensor x) =>
        x.AveragePool(PoolSize, Strides, Padding, CountPadding);
}
