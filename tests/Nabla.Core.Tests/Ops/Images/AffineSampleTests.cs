using Nabla.Backends.Cpu;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Images;

public sealed class AffineSampleTests
{
    // Turned, stretched and mirrored; the third leaves the image altogether. No position lies halfway.
    private static readonly Tensor s_matrices = Tensor.From(
        [
            0.913, -0.417, 0.703, 0.311, 1.117, -0.809,
            -1, 0, 3.21, 0.113, 0.613, 0.307,
            1, 0, 40.3, 0, 1.313, -60.7,
        ], [3, 2, 3]);

    public static MatrixTheoryData<FillMode, Interpolation, bool, bool> Cases { get; } = new(
        Enum.GetValues<FillMode>(), Enum.GetValues<Interpolation>(), [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Proof(FillMode fillMode, Interpolation interpolation, bool isWide, bool hasManyChannels) =>
        OpCheck.Run(
            x => x[0].AffineSample(
                s_matrices.Cast(x[0].DType), fillMode, interpolation, 0.25, height: isWide ? 5 : null,
                width: isWide ? 35 : null),
            [new CheckInput(hasManyChannels ? [3, 4, 5, 6] : isWide ? [3, 4, 5] : [3, 4, 5, 3])],
            new OpCheckOptions { ToleranceFactor = 30 });

    [Theory]
    [Golden("affine")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) => input("x").AffineSample(
        Matrices(
            [.. golden.Attribute("theta").EnumerateArray().Select(number => number.GetDouble())],
            height: 5, width: 6, rows: 4, columns: 7),
        golden.Text("padding") switch
        {
            "zeros" => FillMode.Constant,
            "border" => FillMode.Nearest,
            _ => FillMode.Reflect,
        },
        golden.Text("mode") == "nearest" ? Interpolation.Nearest : Interpolation.Bilinear, height: 4, width: 7));

    [Fact]
    public void NoNumberAndFarAwayShowWhatLiesOutside()
    {
        Tensor images = Tensor.Ones(3, 2, 9);
        Tensor matrices = Tensor.From<float>(
            [float.NaN, 0, 0, 0, 1, 0, 1, 0, float.PositiveInfinity, 0, 1, 0, 1, 0, -1e30f, 0, 1, 0], [3, 2, 3]);
        foreach (FillMode fillMode in Enum.GetValues<FillMode>())
        {
            float expected = fillMode is FillMode.Constant ? 7 : 1;
            Assert.All(
                images.AffineSample(matrices, fillMode, fillValue: 7).ToArray(),
                value => Assert.Equal(expected, value));
        }
    }

    [Fact]
    public void BitsAreTheSameForAnyNumberOfThreads()
    {
        Tensor images = Tensor.RandomNormal([64, 31, 33, 3], 1), matrices = Tensor.RandomNormal([64, 2, 3], 2);
        float[] all = images.AffineSample(matrices, FillMode.Reflect).ToArray();
        int threads = CpuBackend.Instance.Threads;
        try
        {
            CpuBackend.Instance.Threads = 1;
            Assert.Equal(all, images.AffineSample(matrices, FillMode.Reflect).ToArray());
        }
        finally
        {
            CpuBackend.Instance.Threads = threads;
        }
    }

    [Fact]
    public void OneMatrixForEachImage()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(2, 4, 4, 1).AffineSample(Tensor.Zeros(3, 2, 3)));
        Assert.Contains("one matrix [2, 3] for each image", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ShapeMismatchException>(() => Tensor.Zeros(4, 4).AffineSample(Tensor.Zeros(1, 2, 3)));
        Assert.Contains("ExpandAxis(0)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesAreCastFirst()
    {
        var exception = Assert.Throws<DTypeMismatchException>(
            () => Tensor.Zeros(1, 4, 4).Cast(DType.UInt8).AffineSample(Tensor.Zeros(1, 2, 3)));
        Assert.Contains("Cast(DType.Float32)", exception.Message, StringComparison.Ordinal);
    }

    // PyTorch's matrices lead from −1 … 1 to −1 … 1, between the outer edges of pixels.
    private static Tensor Matrices(double[] theta, int height, int width, int rows, int columns)
    {
        double[] pixels = new double[theta.Length];
        for (int i = 0; i < theta.Length; i += 3)
        {
            double extent = i % 6 == 0 ? width : height;
            (double across, double down, double start) = (theta[i], theta[i + 1], theta[i + 2]);
            double origin = (across * ((1.0 / columns) - 1)) + (down * ((1.0 / rows) - 1)) + start;
            (pixels[i], pixels[i + 1]) = (across * extent / columns, down * extent / rows);
            pixels[i + 2] = ((extent * (origin + 1)) - 1) / 2;
        }

        return Tensor.From(pixels, [theta.Length / 6, 2, 3]);
    }
}
