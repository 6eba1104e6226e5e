namespace Nabla;

/// <summary>A layer that moves pixels at random while training: each image by an affine map of its own.</summary>
public abstract class GeometricLayer : AugmentationLayer
{
    private protected GeometricLayer(FillMode fillMode, Interpolation interpolation, float fillValue)
    {
        FillMode = fillMode;
        Interpolation = interpolation;
        FillValue = fillValue;
    }

    /// <summary>What lies beyond the border of an image.</summary>
    public FillMode FillMode { get; }

    /// <summary>How values between pixels are made.</summary>
    public Interpolation Interpolation { get; }

    /// <summary>The constant of <see cref="FillMode.Constant"/>.</summary>
    public float FillValue { get; }

    private protected sealed override Tensor Augment(Tensor images, CallContext context) =>
        images.AffineSample(
            Map(images, context).Matrices(images), FillMode, Interpolation, FillValue);

    /// <summary>The map of each image.</summary>
    private protected abstract AffineMap Map(Tensor images, CallContext context);
}
