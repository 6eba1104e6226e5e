namespace Nabla;

/// <summary>Keeps the mean of each channel of sequences.</summary>
/// <remarks>[batch, time, channels] becomes [batch, channels].</remarks>
[Component("global_average_pooling_1d")]
public sealed class GlobalAveragePooling1D : GlobalPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="keepAxes">Whether spatial axes stay with extent 1.</param>
    public GlobalAveragePooling1D(bool keepAxes = false) : base(1, keepAxes)
    {
    }

    private protected override Tensor Change(Tensor x) => x.GlobalAveragePool(KeepAxes);
}
