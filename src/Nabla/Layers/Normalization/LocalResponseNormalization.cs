namespace Nabla;

/// <summary>Divides each number by the strength of its neighbours in the channels beside it, as AlexNet does.</summary>
/// <remarks>
/// Computes <c>y = x / (k + α / size · Σ x²)^β</c> with the sum over the <c>size</c> channels from <c>size / 2</c>
/// before, as PyTorch does; channels that are not there count as zero. Nothing is learned.
/// Source: A. Krizhevsky, I. Sutskever, G. E. Hinton, ImageNet classification with deep convolutional neural networks,
/// 2012, section 3.3.
/// </remarks>
[Component("local_response_normalization")]
public sealed class LocalResponseNormalization : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="size">How many channels are taken together.</param>
    /// <param name="alpha">α, how much their mean square counts: 0 or more.</param>
    /// <param name="beta">β, the exponent.</param>
    /// <param name="k">What is added; more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public LocalResponseNormalization(int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (!(alpha >= 0 && double.IsFinite(alpha)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(alpha), alpha, "LocalResponseNormalization takes an alpha of 0 or more, such as 0.0001.");
        }

        if (!double.IsFinite(beta))
        {
            throw new ArgumentOutOfRangeException(
                nameof(beta), beta, "LocalResponseNormalization takes a finite exponent, such as 0.75.");
        }

        if (!(k > 0 && double.IsFinite(k)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(k), k,
                "LocalResponseNormalization divides by a power of k where nothing else is; give it more than 0.");
        }

        (Size, Alpha, Beta, K) = (size, alpha, beta, k);
    }

    /// <summary>How many channels are taken together.</summary>
    public int Size { get; }

    /// <summary>How much their mean square counts.</summary>
    public double Alpha { get; }

    /// <summary>The exponent.</summary>
    public double Beta { get; }

    /// <summary>What is added.</summary>
    public double K { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.LocalResponseNormalize(Size, Alpha, Beta, K);
    }
}
