using Nabla.Backends.Cpu;

namespace Nabla.Tests.Backends.Cpu.Programs;

public sealed class ElementwiseKernelTests
{
    public static TheoryData<int, int> Matrices => new()
    {
        { 1, 1 }, { 3, 5 }, { 16, 16 }, { 7, 33 }, { 32, 10 }, { 100, 3 }, { 64, 257 }, { 1, 100 },
        { 100, 1 }, { 0, 4 }, { 4, 0 },
    };

    [Fact]
    public void EveryLengthTo257()
    {
        for (int length = 0; length <= 257; length += length < 70 ? 1 : 17)
        {
            Tensor x = BothBackends.Values([length], 1), y = BothBackends.Values([length], 2);
            BothBackends.Agree(() => (x > y).Where(((x * y) + x).Square(), y.Exp() - 0.5));
        }
    }

    [Theory]
    [MemberData(nameof(Matrices))]
    public void BroadcastsAndViews(int rows, int columns)
    {
        Tensor x = BothBackends.Values([rows, columns], 1), z = BothBackends.Values([columns, rows], 2);
        Tensor row = BothBackends.Values([columns], 3), column = BothBackends.Values([rows, 1], 4);
        Tensor number = BothBackends.Values([], 5);
        BothBackends.Agree(() => (x + row).Relu());
        BothBackends.Agree(() => (x * column) + row);
        BothBackends.Agree(() => (x * number) - z.Transpose());
        BothBackends.Agree(() => z.Transpose() * 1.5);
        BothBackends.Agree(() => (z.Transpose() > column).Where(row.BroadcastTo(rows, columns), x));
    }

    [Fact]
    public void PermutedAxesAndGatheredTiles()
    {
        Tensor x = BothBackends.Values([5, 70, 9], 1), y = BothBackends.Values([70, 1], 2);
        BothBackends.Agree(() => x.Permute(2, 1, 0) + 1);
        BothBackends.Agree(() => x.Permute(1, 0, 2) * y.Reshape(70, 1, 1));
        BothBackends.Agree(() => (x * y).Permute(0, 2, 1).Tanh());
    }

    [Fact]
    public void EveryTypeAndCast()
    {
        Tensor x = BothBackends.Values([133], 1);
        foreach (DType from in Enum.GetValues<DType>())
        {
            foreach (DType to in Enum.GetValues<DType>())
            {
                BothBackends.Agree(() => x.Abs().Cast(from).Cast(to));
            }
        }

        BothBackends.Agree(() => (x * 50).Cast(DType.Int32).Cast(DType.UInt8) + (x.Abs() * 80).Cast(DType.UInt8));
        BothBackends.Agree(() => x.Cast(DType.Float64).Exp() * 0.3);
        BothBackends.Agree(() => ((x * 100).Cast(DType.Int64) * 3) - 7);
        BothBackends.Agree(() => (x > 1) ^ (x < 2));
    }

    [Fact]
    public void NotANumberAndInfinity()
    {
        float[] specials = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, 1];
        Tensor x = Tensor.From([.. specials.SelectMany(value => Enumerable.Repeat(value, specials.Length))]);
        Tensor y = Tensor.From([.. Enumerable.Repeat(specials, specials.Length).SelectMany(values => values)]);
        BothBackends.Agree(() => x + y);
        BothBackends.Agree(() => x * y);
        BothBackends.Agree(() => x.Maximum(y));
        BothBackends.Agree(() => (x > y).Where(x.Relu(), y.Sigmoid()));
        BothBackends.Agree(() => x.Cast(DType.Int32));
    }

    [Fact]
    public void RandomNumbersAreThoseOfTheDefinition()
    {
        BothBackends.Agree(() => (Tensor.RandomUniform([37, 11], 42) * 2) - 1);
        BothBackends.Agree(() => Tensor.RandomNormal([300], 7).Exp(), 1e-5);
        BothBackends.Agree(
            () => (Tensor.RandomUniform([64, 20], 3).Transpose() < 0.5).Where(BothBackends.Values([20, 64], 1), 0));
    }

    [Fact]
    public void ThreadsDoNotChangeBits()
    {
        Tensor x = BothBackends.Values([300, 1003], 1), row = BothBackends.Values([1003], 2);
        BothBackends.AgreeOnThreads(() => ((x * row) + x).Tanh());
        BothBackends.AgreeOnThreads(() => x.Transpose().Exp() * 0.5);
        BothBackends.AgreeOnThreads(() => x * Tensor.RandomUniform([300, 1003], 9));
        BothBackends.AgreeOnThreads(() => x.Cast(DType.Float64));
    }

    [Fact]
    public void AnOutputMayOverwriteAnInput()
    {
        var a = new Variable("a", BothBackends.Values([700], 1));
        var b = new Variable("b", BothBackends.Values([700], 2));
        float[] x = a.Value.ToArray<float>(), y = b.Value.ToArray<float>();
        var swap = new CompiledFunction(_ =>
        {
            (a.Value, b.Value) = (b.Value * 2, a.Value + 1);
            return [];
        });
        for (int run = 0; run < 6; run++)
        {
            swap.Invoke();
            (x, y) = ([.. y.Select(value => value * 2)], [.. x.Select(value => value + 1)]);
            Assert.Equal(x, a.Value.ToArray<float>());
            Assert.Equal(y, b.Value.ToArray<float>());
        }
    }

    [Fact]
    public void RunningAllocatesNothing()
    {
        using (Device.Use(CpuBackend.Instance))
        {
            TensorSpec matrix = new(DType.Float32, [120, 700]), row = new(DType.Float32, [700]);
            Replay replay = new CompiledFunction(x =>
            [
                (x[0] + x[1]).Tanh(), x[0].Transpose() * 2, x[0].Square().Sum(0), x[0].Max(1), (x[0] > 0).Any(),
                (x[0].MatMul(x[0].Transpose()) + 1).Relu(),
            ]).Bind(matrix, row);
            for (int run = 0; run < 20; run++)
            {
                replay.Run();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int run = 0; run < 20; run++)
            {
                replay.Run();
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
