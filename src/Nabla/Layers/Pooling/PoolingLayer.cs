namespace Nabla;

/// <summary>A layer that makes one number of each window that slides over its input, channel by channel.</summary>
public abstract class PoolingLayer : SpatialLayer
{
    private protected PoolingLayer(int spatialAxes, Axes<long> poolSize, Axes<long> strides, Padding? padding)
        : base(spatialAxes)
    {
        PoolSize = Checked(poolSize.Count == 0 ? 2 : poolSize, nameof(poolSize));
        Strides = Checked(strides, nameof(strides), mayBeNone: true);
        Padding = Checked(padding);
    }

    /// <summary>The window: one extent for each spatial axis, or one for all.</summary>
    public Axes<long> PoolSize { get; }

    /// <summary>How far it moves: one number for each spatial axis, one for all, or none for its own extents.</summary>
    public Axes<long> Strides { get; }

    /// <summary>What is added around the input.</summary>
    public Padding Padding { get; }
}
