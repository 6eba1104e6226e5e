namespace Nabla;

/// <summary>Makes blocks of pixels into channels: the inverse of <see cref="PixelShuffle"/>.</summary>
/// <remarks>
/// [batch, spatial…, channels] becomes [batch, spatial / factor…, channels · factor^axes]; channels are in PyTorch's
/// order.
/// </remarks>
/// <seealso cref="Tensor.PixelUnshuffle"/>
[Component("pixel_unshuffle")]
public sealed class PixelUnshuffle : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="factor">By how much each spatial axis shrinks; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is less than 1.</exception>
    public PixelUnshuffle(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        Factor = factor;
    }

    /// <summary>By how much each spatial axis shrinks.</summary>
    public int Factor { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, spatial…, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.PixelUnshuffle(Factor);
    }
}
