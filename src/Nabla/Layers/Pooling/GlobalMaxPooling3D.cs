namespace Nabla;

/// <summary>Keeps the largest number of each channel of volumes.</summary>
/// <remarks>[batch, depth, height, width, channels] becomes [batch, channels].</remarks>
[Component("global_max_pooling_3d")]
public sealed class GlobalMaxPooling3D : GlobalPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="keepAxes">Whether spatial axes stay with extent 1.</param>
    public GlobalMaxPooling3D(bool keepAxes = false) : base(3, keepAxes)
    {
    }

    private protected override Tensor Change(Tensor x) => x.GlobalMaxPool(KeepAxes);
}
