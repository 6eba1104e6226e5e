using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

public sealed class WinogradProductTests : IDisposable
{
    private const double Tolerance = 4e-6;

    private readonly WorkerTeam _one = new(1);
    private readonly WorkerTeam _two = new(2);
    private readonly WorkerTeam _three = new(3);

    /// <summary>images, lines, columns, channels, filters, padding: extents around tiles, vectors and blocks.</summary>
    public static TheoryData<int, int, int, int, int, string> Cases { get; } = new()
    {
        { 1, 1, 1, 1, 1, "same" },
        { 2, 1, 1, 5, 3, "2" },
        { 1, 3, 3, 4, 7, "valid" },
        { 1, 4, 4, 8, 8, "1" },
        { 3, 5, 6, 3, 2, "1" },
        { 2, 7, 5, 9, 17, "2" },
        { 2, 9, 13, 16, 33, "0,1:1,0" },
        { 1, 8, 3, 65, 31, "2,0:0,2" },
        { 1, 11, 10, 7, 40, "3" },
        { 4, 4, 4, 130, 70, "1" },
        { 1, 2, 450, 3, 5, "1" },
        { 1, 6, 430, 24, 20, "1" },
        { 5, 12, 12, 33, 129, "same" },
        { 2, 8, 8, 400, 48, "1" },
        { 1, 7, 7, 40, 400, "1" },
    };

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _three.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ForwardIsTheConvolution(int images, int lines, int columns, int channels, int filters, string padding)
    {
        using var test = new WinogradCase(images, lines, columns, channels, filters, Padding.Parse(padding));
        Check(test.ForwardInFloat64(), (team, byColumns) => test.Forward(team, byColumns));
        Assert.Equal(test.Forward(_one, byColumns: false), test.Forward(_two, byColumns: false, isFrozen: true));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void InputGradientIsTheGradient(
        int images, int lines, int columns, int channels, int filters, string padding)
    {
        using var test = new WinogradCase(images, lines, columns, channels, filters, Padding.Parse(padding));
        Check(test.InputGradientInFloat64(), (team, byColumns) => test.InputGradient(team, byColumns));
        Assert.Equal(
            test.InputGradient(_one, byColumns: false), test.InputGradient(_two, byColumns: false, isFrozen: true));
    }

    [Fact]
    public void ManyTilesAreTakenInSlabs()
    {
        using var test = new WinogradCase(3, 70, 66, 410, 3, 1);
        float[] alone = test.Forward(_one, byColumns: true);
        Assert.InRange(WinogradCase.Difference(alone, test.Forward(_one, byColumns: false)), 0, 2 * Tolerance);
        Assert.Equal(alone, test.Forward(_three, byColumns: true));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EpiloguesSeeEveryElementOnce(
        int images, int lines, int columns, int channels, int filters, string padding)
    {
        using var test = new WinogradCase(images, lines, columns, channels, filters, Padding.Parse(padding));
        foreach (bool byColumns in (bool[])[false, true])
        {
            CheckEpilogue(
                test.Forward(_one, byColumns), test.ResultRows, filters,
                (epilogue, keeps) => test.Forward(_two, byColumns, epilogue, keeps));
            CheckEpilogue(
                test.InputGradient(_one, byColumns), test.ImageRows, channels,
                (epilogue, keeps) => test.InputGradient(_two, byColumns, epilogue, keeps));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ErrorsOfManyChannelsAreBounded(bool byColumns)
    {
        using var test = new WinogradCase(1, 12, 12, 512, 16, 1);
        Assert.InRange(WinogradCase.Error(test.Forward(_two, byColumns), test.ForwardInFloat64()), 0, 1e-5);
        using var turned = new WinogradCase(1, 12, 12, 16, 512, 1);
        Assert.InRange(
            WinogradCase.Error(turned.InputGradient(_two, byColumns), turned.InputGradientInFloat64()), 0, 1e-5);
    }

    // Within its tile of four by four results a number that is none may reach all; every window that holds it shows it.
    [Theory]
    [InlineData(false, float.NaN)]
    [InlineData(true, float.NaN)]
    [InlineData(false, float.PositiveInfinity)]
    [InlineData(true, float.NegativeInfinity)]
    public void WhatIsNotFiniteShowsAndStaysInItsTiles(bool byColumns, float value)
    {
        const int Filters = 8;
        using var test = new WinogradCase(1, 16, 16, 12, Filters, 1);
        test.SetPixel(line: 5, column: 9, channel: 3, value);
        float[] result = test.Forward(_two, byColumns);
        for (int i = 0; i < result.Length; i++)
        {
            (int line, int column) = (i / Filters / 16, i / Filters % 16);
            if (Math.Abs(line - 5) <= 1 && Math.Abs(column - 9) <= 1)
            {
                Assert.False(float.IsFinite(result[i]), $"[{line}, {column}] is {result[i]}.");
            }

            if (line is < 4 or > 7 || column is < 8 or > 11)
            {
                Assert.True(float.IsFinite(result[i]), $"[{line}, {column}] is {result[i]}.");
            }
        }
    }

    internal static void CheckEpilogue(float[] plain, long rows, int columns, Func<BiasRelu, bool, float[]> run)
    {
        float[] expected = [.. plain.Select((value, i) => BiasRelu.Of(value, i % columns))];
        foreach (bool keeps in (bool[])[false, true])
        {
            var epilogue = new BiasRelu(rows, columns);
            float[] kept = run(epilogue, keeps);
            Assert.All(epilogue.Visits, visits => Assert.Equal(1, visits));
            Assert.Equal(expected, epilogue.Result);
            Assert.Equal(keeps ? plain : [], kept);
        }
    }

    private void Check(double[] expected, Func<WorkerTeam, bool, float[]> run)
    {
        foreach (bool byColumns in (bool[])[false, true])
        {
            float[] alone = run(_one, byColumns);
            Assert.InRange(WinogradCase.Error(alone, expected), 0, Tolerance);
            Assert.Equal(alone, run(_two, byColumns));
            Assert.Equal(alone, run(_three, byColumns));
        }
    }
}
