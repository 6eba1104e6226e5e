namespace Nabla;

/// <summary>A dense layer each of whose outputs is the largest of several: an activation that is learned.</summary>
/// <remarks>
/// Computes <c>y = maxₖ (x · weightₖ + biasₖ)</c>. Within it lies the dense layer <c>pieces</c>, which gives
/// […, units · pieces].
/// Source: I. Goodfellow et al., Maxout networks, 2013.
/// </remarks>
[Component("maxout")]
public sealed class Maxout : Layer
{
    private readonly Dense _dense;

    /// <summary>Creates the layer.</summary>
    /// <param name="units">The number of outputs.</param>
    /// <param name="pieces">How many each output is the largest of; 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public Maxout(int units, int pieces = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 2);
        Units = units;
        Pieces = pieces;
        _dense = Adopt(new Dense(checked(units * pieces)), "pieces");
    }

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>How many each output is the largest of.</summary>
    public int Pieces { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, features]
    {
        Tensor pieces = _dense.Apply(x, context);
        return pieces.Reshape(Shape.Create([.. pieces.Shape.Extents[..^1], Units, Pieces])).Max(-1);
    }
}
