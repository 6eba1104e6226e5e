namespace Nabla;

/// <summary>Makes sequences larger by whole factors.</summary>
/// <remarks>[batch, time, channels]; no parameters, unlike a transposed convolution.</remarks>
/// <seealso cref="Tensor.UpSample"/>
[Component("up_sampling_1d")]
public sealed class UpSampling1D : UpSamplingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="size">By how much: one factor.</param>
    /// <param name="interpolation">How values between elements are made; by default they are repeated.</param>
    /// <exception cref="ArgumentException">A factor is less than 1, or there is not one for each axis.</exception>
    public UpSampling1D(Axes<long> size, Interpolation interpolation = Interpolation.Nearest)
        : base(1, size, interpolation)
    {
    }
}
