namespace Nabla;

/// <summary>Repeats the features of each example along a new axis, such as the steps of a decoder.</summary>
/// <remarks>[batch, features] becomes [batch, count, features].</remarks>
[Component("repeat_vector")]
public sealed class RepeatVector : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="count">How often; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public RepeatVector(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
    }

    /// <summary>How often features are repeated.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, features]
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == 2
            ? x.ExpandAxis(1).BroadcastTo([x.Shape[0], Count, x.Shape[1]])
            : throw new ShapeMismatchException(
                $"{Subject} expects [batch, features] but got {x.Shape}; put a Flatten before it.", x.Shape);
    }
}
