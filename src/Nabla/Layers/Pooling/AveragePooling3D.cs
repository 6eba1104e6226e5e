namespace Nabla;

/// <summary>Keeps the mean of each window of volumes, for each channel.</summary>
/// <remarks>[batch, depth, height, width, channels] becomes smaller by the strides.</remarks>
/// <seealso cref="Tensor.AveragePool"/>
[Component("average_pooling_3d")]
public sealed class AveragePooling3D : AveragePoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="poolSize">The window: one extent for each axis, or one for all; by default 2.</param>
    /// <param name="strides">How far it moves; by default as far as it is wide.</param>
    /// <param name="padding">What is added around the volume; by default nothing.</param>
    /// <param name="countPadding">Whether zeros that were added count in the mean, as PyTorch does by default.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or there is not one for each axis.</exception>
    public AveragePooling3D(
        Axes<long> poolSize = default, Axes<long> strides = default, Padding? padding = null, bool countPadding = false)
        : base(3, poolSize, strides, padding, countPadding)
    {
    }
}
