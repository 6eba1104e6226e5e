using Nabla.Testing;

namespace Nabla.Tests.Ops.Images;

public sealed class AffineScatterTests
{
    private static readonly Tensor s_matrices = Tensor.From(
        [0.913, -0.417, 0.703, 0.311, 1.117, -0.809, -1, 0, 3.21, 0.113, 0.613, 0.307], [2, 2, 3]);

    public static MatrixTheoryData<FillMode, Interpolation> Cases { get; } =
        new(Enum.GetValues<FillMode>(), Enum.GetValues<Interpolation>());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Proof(FillMode fillMode, Interpolation interpolation) => OpCheck.Run(
        x => new AffineScatterOp(4, 5, fillMode, interpolation).Apply(x[0], s_matrices.Cast(x[0].DType)),
        [new CheckInput([2, 3, 6, 2])], new OpCheckOptions { ToleranceFactor = 30 });

    [Theory]
    [MemberData(nameof(Cases))]
    public void IsTheTransposeOfSampling(FillMode fillMode, Interpolation interpolation)
    {
        Tensor images = Tensor.RandomNormal([2, 4, 5, 3], 1, dtype: DType.Float64);
        Tensor pictures = Tensor.RandomNormal([2, 3, 6, 3], 2, dtype: DType.Float64);
        Tensor sampled = images.AffineSample(s_matrices, fillMode, interpolation, height: 3, width: 6);
        Tensor scattered = new AffineScatterOp(4, 5, fillMode, interpolation).Apply(pictures, s_matrices);
        Assert.Equal(
            (sampled * pictures).Sum().Item<double>(), (images * scattered).Sum().Item<double>(), 1e-10);
    }
}
