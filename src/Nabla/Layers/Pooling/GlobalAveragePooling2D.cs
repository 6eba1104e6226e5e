namespace Nabla;

/// <summary>Keeps the mean of each channel of images.</summary>
/// <remarks>[batch, height, width, channels] becomes [batch, channels].</remarks>
[Component("global_average_pooling_2d")]
public sealed class GlobalAveragePooling2D : GlobalPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="keepAxes">Whether spatial axes stay with extent 1.</param>
    public GlobalAveragePooling2D(bool keepAxes = false) : base(2, keepAxes)
    {
    }

    private protected override Tensor Change(Tensor x) => x.GlobalAveragePool(KeepAxes);
}
