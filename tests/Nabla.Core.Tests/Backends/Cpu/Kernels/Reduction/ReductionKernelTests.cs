using Nabla.Backends.Cpu;
using Nabla.Tests.Backends.Cpu.Programs;

namespace Nabla.Tests.Backends.Cpu.Kernels.Reduction;

public sealed class ReductionKernelTests
{
    // Sums of numbers of both signs lose digits that no order of adding keeps.
    private const double Tolerance = 1e-4;

    public static TheoryData<int, int, int> Blocks => new()
    {
        { 1, 1, 1 }, { 2, 3, 4 }, { 5, 17, 33 }, { 3, 600, 20 }, { 600, 3, 5 }, { 1, 70, 1 },
        { 40, 1, 30 }, { 2, 2, 2100 },
    };

    [Fact]
    public void EveryLengthTo257()
    {
        for (int length = 1; length <= 257; length += length < 140 ? 1 : 13)
        {
            Tensor x = BothBackends.Values([length], 1), y = BothBackends.Values([3, length], 2);
            BothBackends.Agree(() => x.Sum(), Tolerance);
            BothBackends.Agree(() => (x * 2).Max(), Tolerance);
            BothBackends.Agree(() => y.Min(1));
            BothBackends.Agree(() => y.Square().Sum(0), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void AnyAxesOfAnyView(int a, int b, int c)
    {
        Tensor x = BothBackends.Values([a, b, c], 1), weights = BothBackends.Values([b, 1], 2);
        foreach (int[] axes in new int[][] { [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2] })
        {
            BothBackends.Agree(() => x.Sum(axes), Tolerance);
            BothBackends.Agree(() => (x * weights).Sum(axes), Tolerance);
            BothBackends.Agree(() => x.Permute(2, 0, 1).Sum(axes), Tolerance);
            BothBackends.Agree(() => (x.Permute(1, 2, 0) * 2).Max(axes, keepAxes: true));
            BothBackends.Agree(() => weights.BroadcastTo(a, b, c).Sum(axes), Tolerance);
            BothBackends.Agree(() => (x * weights > 1).Any(axes));
            BothBackends.Agree(() => (x > -2.9).All(axes));
        }
    }

    [Fact]
    public void EveryType()
    {
        Tensor x = BothBackends.Values([9, 130], 1) * 40;
        foreach (DType type in Enum.GetValues<DType>())
        {
            Tensor numbers = x.Abs().Cast(type);
            BothBackends.Agree(() => numbers.Sum(), Tolerance);
            BothBackends.Agree(() => numbers.Sum(1), Tolerance);
            BothBackends.Agree(() => numbers.Any(0));
            if (type is not DType.Bool)
            {
                BothBackends.Agree(() => numbers.Max(0));
                BothBackends.Agree(() => numbers.Min(1));
            }
        }

        BothBackends.Agree(() => (x.Cast(DType.Float64) > 1).Any(1));
        BothBackends.Agree(() => (x / 30).Product(0), Tolerance);
    }

    [Fact]
    public void OfNothing()
    {
        Tensor x = BothBackends.Values([0, 5], 1);
        BothBackends.Agree(() => x.Sum(0));
        BothBackends.Agree(() => x.Sum(1));
        BothBackends.Agree(() => x.Sum());
        BothBackends.Agree(() => (x * 2).Sum(0));
        BothBackends.Agree(() => (x + 1).Product());
        BothBackends.Agree(() => (x > 0).All());
    }

    [Fact]
    public void ThreadsDoNotChangeBits()
    {
        Tensor x = BothBackends.Values([700, 1001], 1), row = BothBackends.Values([1001], 2);
        BothBackends.AgreeOnThreads(() => x.Sum());
        BothBackends.AgreeOnThreads(() => x.Sum(0));
        BothBackends.AgreeOnThreads(() => x.Sum(1));
        BothBackends.AgreeOnThreads(() => (x * row).Exp().Sum());
        BothBackends.AgreeOnThreads(() => (x * row).Exp().Sum(0));
        BothBackends.AgreeOnThreads(() => (x * row).Exp().Sum(1));
    }

    [Fact]
    public void SumsOfTenMillionAreAccurate()
    {
        using (Device.Use(CpuBackend.Instance))
        {
            var values = new float[10_000_000];
            var random = new System.Random(1);
            double exact = 0;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = random.NextSingle();
                exact += values[i];
            }

            Tensor x = Tensor.From(values);
            Assert.Equal(1, x.Sum().Item<float>() / exact, 3e-7);
            Assert.Equal(1, x.Reshape(values.Length, 1).Sum(0).ToArray<float>()[0] / exact, 3e-7);
            Assert.Equal(
                1, x.Reshape(values.Length / 10, 10).Sum(0).Cast(DType.Float64).Sum().Item<double>() / exact, 3e-7);
        }
    }
}
