namespace Nabla;

/// <summary>A layer that keeps the largest number of each window.</summary>
public abstract class MaxPoolingLayer : PoolingLayer
{
    private protected MaxPoolingLayer(
        int spatialAxes, Axes<long> poolSize, Axes<long> strides, Padding? padding, Axes<long> dilations)
        : base(spatialAxes, poolSize, strides, padding) =>
        Dilations = Checked(dilations, nameof(dilations), mayBeNone: true);

    /// <summary>How far apart the elements of a window are; none for 1.</summary>
    public Axes<long> Dilations { get; }

    private protected sealed override Tensor Change(Tensor x) => x.MaxPool(PoolSize, Strides, Padding, Dilations);
}
