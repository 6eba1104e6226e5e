namespace Nabla;

/// <summary>Makes volumes larger by whole factors.</summary>
/// <remarks>[batch, depth, height, width, channels]; no parameters, unlike a transposed convolution.</remarks>
/// <seealso cref="Tensor.UpSample"/>
[Component("up_sampling_3d")]
public sealed class UpSampling3D : UpSamplingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="size">By how much: one factor for each axis, or one for all.</param>
    /// <param name="interpolation">How values between elements are made; by default they are repeated.</param>
    /// <exception cref="ArgumentException">A factor is less than 1, or there is not one for each axis.</exception>
    public UpSampling3D(Axes<long> size, Interpolation interpolation = Interpolation.Nearest)
        : base(3, size, interpolation)
    {
    }
}
