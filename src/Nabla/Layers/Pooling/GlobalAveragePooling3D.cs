namespace Nabla;

/// <summary>Keeps the mean of each channel of volumes.</summary>
/// <remarks>[batch, depth, height, width, channels] becomes [batch, channels].</remarks>
[Component("global_average_pooling_3d")]
public sealed class GlobalAveragePooling3D : GlobalPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="keepAxes">Whether spatial axes stay with extent 1.</param>
    public GlobalAveragePooling3D(bool keepAxes = false) : base(3, keepAxes)
    {
    }

    private protected override Tensor Change(Tensor x) => x.GlobalAveragePool(KeepAxes);
}
