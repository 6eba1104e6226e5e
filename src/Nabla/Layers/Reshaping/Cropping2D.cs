namespace Nabla;

/// <summary>Cuts elements off at both ends of each spatial axis of images.</summary>
/// <remarks>[batch, height, width, channels].</remarks>
/// <example><code>
/// new Cropping2D(1)
/// new Cropping2D(Padding.Of([0, 0], [2, 2]))   // nothing before, two after each axis
/// </code></example>
[Component("cropping_2d")]
public sealed class Cropping2D : CroppingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="cropping">How many elements are cut off before and after, for each axis or for both.</param>
    /// <exception cref="ArgumentException">They are no widths, or there is not one for each axis.</exception>
    public Cropping2D(Padding cropping) : base(2, cropping)
    {
    }
}
