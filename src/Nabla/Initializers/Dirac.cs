namespace Nabla;

/// <summary>Starts the kernel of a convolution so that it passes its input on, as far as there are channels.</summary>
/// <remarks>
/// 1 at the centre of the window where the input channel is the output channel, 0 elsewhere; for odd windows and
/// padding that keeps the size. As PyTorch's <c>dirac_</c>, with channels last.
/// </remarks>
[Component("dirac")]
public sealed class Dirac : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ShapeMismatchException">The parameter has less than three axes.</exception>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        if (shape.Rank < 3)
        {
            throw new ShapeMismatchException(
                $"Dirac starts kernels, [window, …, inputs, outputs], but got {shape}; "
                + "use IdentityMatrix for a matrix.",
                shape);
        }

        Tensor centre = Tensor.Eye(shape[-2], shape[-1], dtype);
        for (int axis = shape.Rank - 3; axis >= 0; axis--)
        {
            Tensor isCentre = Tensor.Arange(0, shape[axis]).IsEqual(shape[axis] / 2);
            long[] column = [.. Enumerable.Repeat(1L, centre.Rank + 1)];
            column[0] = shape[axis];
            centre = isCentre.Reshape(Shape.Create(column)).Where(centre.ExpandAxis(0), 0);
        }

        return centre;
    }
}
