namespace Nabla;

/// <summary>Makes channels into pixels: images, or sequences, larger by a factor, of fewer channels.</summary>
/// <remarks>
/// [batch, spatial…, channels] becomes [batch, spatial · factor…, channels / factor^axes]; channels are in PyTorch's
/// order.
/// </remarks>
/// <seealso cref="Tensor.PixelShuffle"/>
[Component("pixel_shuffle")]
public sealed class PixelShuffle : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">By how much each spatial axis grows; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is less than 1.</exception>
    public PixelShuffle(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        Factor = factor;
    }

    /// <summary>By how much each spatial axis grows.</summary>
    public int Factor { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, spatial…, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.PixelShuffle(Factor);
    }
}
