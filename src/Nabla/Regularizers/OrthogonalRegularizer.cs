namespace Nabla;

/// <summary>Draws the rows or columns of a matrix towards right angles.</summary>
/// <remarks>
/// Computes <c>factor</c> times the mean of <c>|cos|</c> over all pairs of different vectors, as Keras does.
/// </remarks>
[Component("orthogonal")]
public sealed class OrthogonalRegularizer : Regularizer
{
    private const double Epsilon = 1e-12;

    /// <summary>Chooses the strength.</summary>
    /// <param name="factor">What the mean is multiplied by; 0 or more, 0.01 as in Keras by default.</param>
    /// <param name="mode">Which vectors are compared.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is negative.</exception>
    public OrthogonalRegularizer(double factor = 0.01, OrthogonalMode mode = OrthogonalMode.Rows)
    {
        Factor = CheckFactor(factor, nameof(factor));
        Mode = mode;
    }

    /// <summary>What the mean is multiplied by.</summary>
    public double Factor { get; }

    /// <summary>Which vectors are compared.</summary>
    public OrthogonalMode Mode { get; }

    /// <inheritdoc/>
    /// <exception cref="ShapeMismatchException">The parameter is no matrix, or has one vector only.</exception>
    public override Tensor Call(Tensor parameter) // parameter: [rows, columns]
    {
        ArgumentNullException.ThrowIfNull(parameter);
        int axis = Mode is OrthogonalMode.Rows ? 0 : 1;
        if (parameter.Rank != 2 || parameter.Shape[axis] < 2)
        {
            throw new ShapeMismatchException(
                $"OrthogonalRegularizer compares the {(axis == 0 ? "rows" : "columns")} of a matrix, of which there "
                + $"must be two or more, but got {parameter.Shape}; use L2 here.", parameter.Shape);
        }

        long count = parameter.Shape[axis];
        Tensor vectors = axis == 0 ? parameter : parameter.Transpose();
        vectors /= vectors.Square().Sum([1], keepAxes: true).Maximum(Epsilon).Sqrt();
        Tensor isSame = Tensor.Eye(count, dtype: DType.Bool);
        Tensor cosines = isSame.Where(0, vectors.MatMul(vectors.Transpose()));
        return cosines.Abs().Sum() * (Factor / (count * (count - 1.0)));
    }
}
