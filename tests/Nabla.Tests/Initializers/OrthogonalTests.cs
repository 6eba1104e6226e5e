namespace Nabla.Tests.Initializers;

public sealed class OrthogonalTests
{
    [Theory]
    [InlineData(6, 6)]
    [InlineData(50, 20)]
    [InlineData(20, 50)]
    public void VectorsAreOrthonormal(int rows, int columns)
    {
        Tensor q = new Orthogonal(2).Create([rows, columns], DType.Float64, new RandomKey(1, "weight"));
        Tensor products = rows >= columns ? q.Transpose().MatMul(q) : q.MatMul(q.Transpose());
        Tensor expected = Tensor.Eye(Math.Min(rows, columns), dtype: DType.Float64) * 4;
        Assert.True((products - expected).Abs().Max().Item<double>() < 1e-12);
    }

    [Fact]
    public void AKernelIsAMatrixOfItsLastAxis()
    {
        Tensor q = new Orthogonal().Create([3, 3, 4, 8], DType.Float32, new RandomKey(1, "kernel"));
        Tensor matrix = q.Reshape(36, 8);
        Assert.True((matrix.Transpose().MatMul(matrix) - Tensor.Eye(8)).Abs().Max().Item<float>() < 1e-6f);
    }

    // Of all rotations none is preferred: each element of a 3 × 3 matrix has mean 0 and variance 1/3.
    [Fact]
    public void NoDirectionIsPreferred()
    {
        double[] sums = new double[9], squares = new double[9];
        for (int draw = 0; draw < 1000; draw++)
        {
            var key = new RandomKey(draw, "weight");
            double[] q = new Orthogonal().Create([3, 3], DType.Float64, key).ToArray<double>();
            for (int i = 0; i < 9; i++)
            {
                sums[i] += q[i] / 1000;
                squares[i] += q[i] * q[i] / 1000;
            }
        }

        Assert.All(sums, mean => Assert.Equal(0, mean, 0.08));
        Assert.All(squares, square => Assert.Equal(1 / 3.0, square, 0.05));
    }

    [Fact]
    public void ALayerCanStartWithIt() =>
        Layers.LayerCheck.Run(() => new Dense(3, kernelInitializer: new Orthogonal(Math.Sqrt(2))), [4, 5], [4, 3]);

    [Fact]
    public void VectorsAreRefused() => Assert.Contains(
        "two axes or more",
        Assert.Throws<ShapeMismatchException>(() => new Orthogonal().Create([3], DType.Float32, 1)).Message);
}
