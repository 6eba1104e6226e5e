namespace Nabla;

/// <summary>The orthogonal matrix next to a given one, roughly, by products alone.</summary>
/// <remarks>
/// The coefficients make small singular values grow as fast as they can; all end between about 0.7 and 1.2, which is
/// near enough to 1 for a step. Source: K. Jordan et al., Muon, 2024.
/// </remarks>
internal static class NewtonSchulz
{
    private const double A = 3.4445;
    private const double B = -4.7750;
    private const double C = 2.0315;

    // matrix: [m, n]; the products are those of the shorter side.
    public static Tensor Orthogonal(Tensor matrix, int iterations)
    {
        bool isTall = matrix.Shape[0] > matrix.Shape[1];
        Tensor x = isTall ? matrix.Transpose() : matrix;

        // Of length 1, so that no singular value is greater.
        x = x / (x.Norm() + 1e-7);
        for (int i = 0; i < iterations; i++)
        {
            Tensor gram = x.MatMul(x.Transpose());
            x = (x * A) + ((gram * B) + (gram.MatMul(gram) * C)).MatMul(x);
        }

        return isTall ? x.Transpose() : x;
    }
}
