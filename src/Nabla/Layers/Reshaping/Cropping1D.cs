namespace Nabla;

/// <summary>Cuts elements off at both ends of each spatial axis of sequences.</summary>
/// <remarks>[batch, time, channels].</remarks>
/// <example><code>
/// new Cropping1D(1)
/// new Cropping1D(Padding.Of([0], [2]))   // nothing before, two after each axis
/// </code></example>
[Component("cropping_1d")]
public sealed class Cropping1D : CroppingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="cropping">How many elements are cut off before and after.</param>
    /// <exception cref="ArgumentException">They are no widths, or there is not one for each axis.</exception>
    public Cropping1D(Padding cropping) : base(1, cropping)
    {
    }
}
