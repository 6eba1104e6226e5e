namespace Nabla;

/// <summary>A layer that adds elements at both ends of each spatial axis.</summary>
public abstract class PaddingLayer : SpatialLayer
{
    private protected PaddingLayer(int spatialAxes, Padding padding) : base(spatialAxes) =>
        Padding = CheckedWidths(padding, nameof(padding));

    /// <summary>How many elements are added, and which.</summary>
    public Padding Padding { get; }

    private protected sealed override Tensor Change(Tensor x)
    {
        (long[] before, long[] after) = WidthsOf(Padding);
        return x.Pad([0, .. before, 0], [0, .. after, 0], Padding.Mode);
    }
}
