namespace Nabla;

/// <summary>A layer whose result has the same extents whatever those of its input are.</summary>
public abstract class AdaptivePoolingLayer : SpatialLayer
{
    private protected AdaptivePoolingLayer(int spatialAxes, Axes<long> outputSize) : base(spatialAxes) =>
        OutputSize = Checked(outputSize, nameof(outputSize));

    /// <summary>The extents of the result: one for each spatial axis, or one for all.</summary>
    public Axes<long> OutputSize { get; }
}
