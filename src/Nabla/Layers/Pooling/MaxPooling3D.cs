namespace Nabla;

/// <summary>Keeps the largest number of each window of volumes, for each channel.</summary>
/// <remarks>
/// [batch, depth, height, width, channels] becomes smaller by the strides.
/// Of equal numbers the first gets the gradient.
/// </remarks>
/// <seealso cref="Tensor.MaxPool"/>
[Component("max_pooling_3d")]
public sealed class MaxPooling3D : MaxPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="poolSize">The window: one extent for each axis, or one for all; by default 2.</param>
    /// <param name="strides">How far it moves; by default as far as it is wide.</param>
    /// <param name="padding">What is added around the volume and never largest; by default nothing.</param>
    /// <param name="dilations">How far apart the elements of a window are; by default 1.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or there is not one for each axis.</exception>
    public MaxPooling3D(
        Axes<long> poolSize = default, Axes<long> strides = default, Padding? padding = null,
        Axes<long> dilations = default)
        : base(3, poolSize, strides, padding, dilations)
    {
    }
}
