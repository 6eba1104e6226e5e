namespace Nabla;

/// <summary>Adds zeros, or what is there, at both ends of each spatial axis of images.</summary>
/// <remarks>
/// [batch, height, width, channels].
/// It is Keras' <c>ZeroPadding2D</c>, and PyTorch's ReflectionPad2d, ReplicationPad2d and ZeroPad2d.
/// </remarks>
/// <example><code>
/// new Padding2D(1)
/// new Padding2D(Padding.Of([0, 0], [2, 2]).With(PaddingMode.Reflect))
/// </code></example>
[Component("padding_2d")]
public sealed class Padding2D : PaddingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="padding">How many elements are added, for each axis or for both, and which.</param>
    /// <exception cref="ArgumentException">The padding is no widths, or has not one for each axis.</exception>
    public Padding2D(Padding padding) : base(2, padding)
    {
    }
}
