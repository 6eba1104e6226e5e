using Nabla.Backends.Cpu;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Fused;

/// <summary>Kernels that share lines out to a team give the same bits on any number of threads.</summary>
public sealed class SharedLinesTests
{
    [Fact]
    public void SoftmaxAndItsLosses() => Check(() =>
    {
        Tensor x = Tensor.RandomNormal([3000, 100], 1), labels = Tensor.RandomInteger([3000], 0, 100, 2);
        Tensor loss = x.CrossEntropy(labels);
        return [x.Softmax(), x.LogSoftmax(0), loss, Gradient.Of(loss.Mean(), x)[0]];
    });

    [Fact]
    public void Lookups() => Check(() =>
    {
        Tensor table = Tensor.RandomNormal([500, 256], 1), indices = Tensor.RandomInteger([4000], 0, 500, 2);
        Tensor rows = table.Gather(indices);
        Tensor places = Tensor.RandomInteger([500, 300], 0, 256, 3);
        Tensor picked = table.TakeAlong(places, 1);
        return [rows, Gradient.Of(rows.Square().Sum(), table)[0], picked, table.ScatterAddAlong(places, picked, 1)];
    });

    [Fact]
    public void LinesAlongAnAxis() => Check(() =>
    {
        Tensor x = Tensor.RandomNormal([2000, 200], 1);
        return [x.CumulativeSum(1), x.ArgMax(1), Tensor.Concat([x, x], 1), x[.., (.., 2)].Pad(0, 3, 4)];
    });

    [Theory]
    [InlineData(1, 9000, 64)]
    [InlineData(7, 500, 200)]
    public void Normalizations(int outer, int rows, int channels) => Check(() =>
    {
        Tensor x = Tensor.RandomNormal([outer, rows, channels], 1), w = Tensor.RandomNormal(x.Shape, 2);
        Tensor scale = Tensor.RandomNormal([channels], 3), offset = Tensor.RandomNormal([channels], 4);
        (Tensor y, Tensor mean, Tensor variance) = x.BatchNormalize(scale, offset);
        Tensor grouped = x.GroupNormalize(4, scale, offset);
        return [y, mean, variance, grouped, .. Gradient.Of(((y.Relu() + grouped) * w).Sum(), x, scale, offset)];
    });

    [Fact]
    public void NormalizedRows() => Check(() =>
    {
        Tensor x = Tensor.RandomNormal([3000, 300], 1), w = Tensor.RandomNormal(x.Shape, 2);
        Tensor scale = Tensor.RandomNormal([300], 3), offset = Tensor.RandomNormal([300], 4);
        Tensor y = x.LayerNormalize(scale, offset), z = x.RmsNormalize(scale);
        return [y, z, .. Gradient.Of((y * w).Sum(), x, scale, offset), .. Gradient.Of((z * w).Sum(), x, scale)];
    });

    private static void Check(Func<Tensor[]> function)
    {
        byte[][] Run(int threads)
        {
            using var team = new WorkerTeam(threads);
            using DeviceScope scope = Device.Use(new CpuBackend(team));
            Tensor[] results = function();
            Tensor.Evaluate(results);
            return [.. results.Select(Bytes)];
        }

        byte[][] alone = Run(1), shared = Run(3);
        Assert.Equal(alone, shared);
    }

    private static byte[] Bytes(Tensor tensor)
    {
        var bytes = new byte[tensor.Storage!.ByteCount];
        tensor.Storage.CopyTo(bytes);
        return bytes;
    }
}
