using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

public sealed class WinogradGradientTests : IDisposable
{
    private const double Tolerance = 4e-6;

    private readonly WorkerTeam _one = new(1);
    private readonly WorkerTeam _two = new(2);
    private readonly WorkerTeam _three = new(3);

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _three.Dispose();
    }

    [Theory]
    [MemberData(nameof(WinogradProductTests.Cases), MemberType = typeof(WinogradProductTests))]
    [InlineData(9, 60, 61, 8, 6, "1")]
    public void IsTheGradient(int images, int lines, int columns, int channels, int filters, string padding)
    {
        using var test = new WinogradCase(images, lines, columns, channels, filters, Padding.Parse(padding));
        float[] alone = test.KernelGradient(_one);
        Assert.InRange(WinogradCase.Error(alone, test.KernelGradientInFloat64()), 0, Tolerance);
        Assert.Equal(alone, test.KernelGradient(_two));
        Assert.Equal(alone, test.KernelGradient(_three));
    }

    [Theory]
    [MemberData(nameof(WinogradProductTests.Cases), MemberType = typeof(WinogradProductTests))]
    public void EpiloguesSeeEveryElementOnce(
        int images, int lines, int columns, int channels, int filters, string padding)
    {
        using var test = new WinogradCase(images, lines, columns, channels, filters, Padding.Parse(padding));
        WinogradProductTests.CheckEpilogue(
            test.KernelGradient(_one), 9L * channels, filters,
            (epilogue, keeps) => test.KernelGradient(_two, epilogue, keeps));
    }
}
