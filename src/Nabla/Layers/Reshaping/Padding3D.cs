namespace Nabla;

/// <summary>Adds zeros, or what is there, at both ends of each spatial axis of volumes.</summary>
/// <remarks>
/// [batch, depth, height, width, channels].
/// It is Keras' <c>ZeroPadding3D</c>, and PyTorch's ReflectionPad3d, ReplicationPad3d and ConstantPad3d.
/// </remarks>
/// <example><code>
/// new Padding3D(1)
/// new Padding3D(Padding.Of([0, 0, 0], [2, 2, 2]).With(PaddingMode.Reflect))
/// </code></example>
[Component("padding_3d")]
public sealed class Padding3D : PaddingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="padding">How many elements are added before and after, for each axis or for all, and which.</param>
    /// <exception cref="ArgumentException">The padding is no widths, or has not one for each axis.</exception>
    public Padding3D(Padding padding) : base(3, padding)
    {
    }
}
