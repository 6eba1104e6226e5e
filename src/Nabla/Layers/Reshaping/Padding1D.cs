namespace Nabla;

/// <summary>Adds zeros, or what is there, at both ends of each spatial axis of sequences.</summary>
/// <remarks>
/// [batch, time, channels].
/// It is Keras' <c>ZeroPadding1D</c>, and PyTorch's ReflectionPad1d, ReplicationPad1d and ConstantPad1d.
/// </remarks>
/// <example><code>
/// new Padding1D(1)
/// new Padding1D(Padding.Of([0], [2]).With(PaddingMode.Reflect))
/// </code></example>
[Component("padding_1d")]
public sealed class Padding1D : PaddingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="padding">How many elements are added before and after, and which.</param>
    /// <exception cref="ArgumentException">The padding is no widths, or has not one for each axis.</exception>
    public Padding1D(Padding padding) : base(1, padding)
    {
    }
}
