namespace Nabla;

/// <summary>Keeps the largest number of each channel of sequences.</summary>
/// <remarks>[batch, time, channels] becomes [batch, channels].</remarks>
[Component("global_max_pooling_1d")]
public sealed class GlobalMaxPooling1D : GlobalPoolingLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="keepAxes">Whether spatial axes stay with extent 1.</param>
    public GlobalMaxPooling1D(bool keepAxes = false) : base(1, keepAxes)
    {
    }

    private protected override Tensor Change(Tensor x) => x.GlobalMaxPool(KeepAxes);
}
