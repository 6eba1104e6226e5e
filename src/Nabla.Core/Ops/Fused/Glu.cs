namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The gated linear unit: one half of an axis passes as far as the other half lets it.</summary>
    /// <remarks>
    /// Computes <c>y = a · sigmoid(b)</c>, where a is the first half of the axis and b the second one.
    /// Source: Y. Dauphin et al., Language modeling with gated convolutional networks, 2017.
    /// </remarks>
    /// <param name="axis">The axis that is halved; its extent is even.</param>
    /// <returns>A tensor of half that extent.</returns>
    /// <exception cref="ShapeMismatchException">The extent is odd.</exception>
    public Tensor Glu(int axis = -1)
    {
        axis = Shape.Axis(axis);
        if (Shape[axis] % 2 != 0)
        {
            throw new ShapeMismatchException(
                $"Glu halves axis {axis} of {Shape}, whose extent {Shape[axis]} is odd; give the layer before it twice "
                + "as many units as are wanted.", Shape);
        }

        Tensor[] halves = AsFloating().Split(2, axis);
        return halves[0] * halves[1].Sigmoid();
    }
}
