namespace Nabla;

/// <summary>Multiplies by a number and adds another: brings pixels or measurements into range.</summary>
/// <remarks>Computes <c>y = x · scale + offset</c>; integers, such as pixels, become float32.</remarks>
/// <example><code>new Rescaling(1 / 127.5, offset: -1)   // pixels into [−1, 1]</code></example>
[Component("rescaling")]
public sealed class Rescaling : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="scale">What is multiplied.</param>
    /// <param name="offset">What is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public Rescaling(double scale, double offset = 0)
    {
        if (!double.IsFinite(scale) || !double.IsFinite(offset))
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale), $"Rescaling takes finite numbers but got {scale:R} and {offset:R}.");
        }

        Scale = scale;
        Offset = offset;
    }

    /// <summary>What is multiplied.</summary>
    public double Scale { get; }

    /// <summary>What is added.</summary>
    public double Offset { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        return (x.DType.IsFloating ? x : x.Cast(DType.Float32)) * Scale + Offset;
    }
}
