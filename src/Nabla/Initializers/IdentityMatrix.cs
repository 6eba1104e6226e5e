namespace Nabla;

/// <summary>Starts a matrix as the identity: what comes in goes out, as far as there is room.</summary>
[Component("identity_matrix")]
public sealed class IdentityMatrix : Initializer
{
    /// <summary>Chooses the numbers on the diagonal.</summary>
    /// <param name="gain">The numbers; 1 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gain"/> is not finite.</exception>
    public IdentityMatrix(double gain = 1)
    {
        if (!double.IsFinite(gain))
        {
            throw new ArgumentOutOfRangeException(nameof(gain), gain, "IdentityMatrix takes a finite gain, such as 1.");
        }

        Gain = gain;
    }

    /// <summary>The numbers on the diagonal.</summary>
    public double Gain { get; }

    /// <inheritdoc/>
    /// <exception cref="ShapeMismatchException">The parameter is no matrix.</exception>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key) =>
        shape.Rank == 2
            ? Tensor.Eye(shape[0], shape[1], dtype) * Gain
            : throw new ShapeMismatchException(
                $"IdentityMatrix starts matrices, which have two axes, but got {shape}; use Dirac for a kernel.",
                shape);
}
