namespace Nabla;

/// <summary>A layer that makes one number of each channel.</summary>
public abstract class GlobalPoolingLayer : SpatialLayer
{
    private protected GlobalPoolingLayer(int spatialAxes, bool keepAxes) : base(spatialAxes) => KeepAxes = keepAxes;

    /// <summary>Whether spatial axes stay with extent 1.</summary>
    public bool KeepAxes { get; }
}
