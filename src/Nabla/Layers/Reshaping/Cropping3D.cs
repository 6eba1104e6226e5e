namespace Nabla;

/// <summary>Cuts elements off at both ends of each spatial axis of volumes.</summary>
/// <remarks>[batch, depth, height, width, channels].</remarks>
/// <example><code>
/// new Cropping3D(1)
/// new Cropping3D(Padding.Of([0, 0, 0], [2, 2, 2]))   // nothing before, two after each axis
/// </code></example>
[Component("cropping_3d")]
public sealed class Cropping3D : CroppingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="cropping">How many elements are cut off before and after, for each axis or for all.</param>
    /// <exception cref="ArgumentException">They are no widths, or there is not one for each axis.</exception>
    public Cropping3D(Padding cropping) : base(3, cropping)
    {
    }
}
