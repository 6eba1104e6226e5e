namespace Nabla;

/// <summary>A layer whose result is larger than its input by whole factors.</summary>
public abstract class UpSamplingLayer : SpatialLayer
{
    private protected UpSamplingLayer(int spatialAxes, Axes<long> size, Interpolation interpolation)
        : base(spatialAxes)
    {
        Size = Checked(size, nameof(size));
        Interpolation = interpolation;
    }

    /// <summary>The factors: one for each spatial axis, or one for all.</summary>
    public Axes<long> Size { get; }

    /// <summary>How values between elements are made.</summary>
    public Interpolation Interpolation { get; }

    private protected sealed override Tensor Change(Tensor x) => x.UpSample(Size, Interpolation);
}
