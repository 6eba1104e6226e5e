using System.Numerics.Tensors;

namespace Nabla;

/// <summary>Starts a matrix with orthonormal columns, or rows where these are fewer: lengths are kept.</summary>
/// <remarks>
/// All axes but the last are taken as one. Computes the Q of <c>A = Q · R</c> for a normally distributed A, where R
/// has a positive diagonal, so that no direction is preferred; once, on the host, in float64. The work is
/// <c>4 · rows · columns²</c> for a tall matrix: a second for 1000 × 1000.
/// Source: A. Saxe, J. McClelland, S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear
/// neural networks, 2014.
/// </remarks>
/// <example><code>new Dense(64, kernelInitializer: new Orthogonal(gain: Math.Sqrt(2)))</code></example>
[Component("orthogonal")]
public sealed class Orthogonal : Initializer
{
    /// <summary>Chooses the length of the columns.</summary>
    /// <param name="gain">What the orthonormal matrix is multiplied by; 1 by default, √2 suits relu.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gain"/> is not finite.</exception>
    public Orthogonal(double gain = 1)
    {
        if (!double.IsFinite(gain))
        {
            throw new ArgumentOutOfRangeException(nameof(gain), gain, "Orthogonal takes a finite gain, such as 1.");
        }

        Gain = gain;
    }

    /// <summary>What the orthonormal matrix is multiplied by.</summary>
    public double Gain { get; }

    /// <inheritdoc/>
    /// <exception cref="ShapeMismatchException">The parameter has less than two axes.</exception>
    public override Tensor Create(Shape shape, DType dtype, RandomKey key)
    {
        if (shape.Rank < 2)
        {
            throw new ShapeMismatchException(
                $"Orthogonal starts matrices and kernels, which have two axes or more, but got {shape}; "
                + "start a vector with RandomNormal.", shape);
        }

        long rows = Shape.Create(shape.Extents[..^1]).ElementCount, columns = shape[-1];
        int count = checked((int)Math.Min(rows, columns)), length = checked((int)Math.Max(rows, columns));

        // Vectors lie along the last axis, which is how they are summed; a tall matrix has them as columns.
        double[] vectors = Tensor.RandomNormal([count, length], key, dtype: DType.Float64).ToArray<double>();
        Orthonormalize(vectors, count, length);
        Tensor matrix = Tensor.From(vectors, [count, length]);
        return ((rows >= columns ? matrix.Transpose() : matrix).Reshape(shape) * Gain).Cast(dtype);
    }

    // Gram and Schmidt's process; done twice for each vector, the result is orthogonal to all digits.
    private static void Orthonormalize(double[] vectors, int count, int length)
    {
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = vectors.AsSpan(i * length, length);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    ReadOnlySpan<double> other = vectors.AsSpan(j * length, length);
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot(other, vector), vector, vector);
                }
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        }
    }
}
