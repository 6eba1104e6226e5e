using FsCheck;
using FsCheck.Fluent;

namespace Nabla.Tests.Backends.Cpu.Programs;

public sealed class ConvolutionKernelTests
{
    // Sums of numbers of both signs lose digits that no order of adding keeps.
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(2, 17, 40, 40, 3, 1)]
    [InlineData(2, 13, 45, 70, 3, 2)]
    [InlineData(1, 23, 3, 33, 7, 2)]
    [InlineData(40, 6, 1, 9, 3, 1)]
    [InlineData(1, 3, 130, 140, 3, 1)]
    public void BlocksOfAllSizes(int images, int extent, int channels, int filters, int size, int stride)
    {
        Tensor x = BothBackends.Values([images, extent, extent + 1, channels], 1) * 0.1;
        Tensor w = BothBackends.Values([size, size, channels, filters], 2);
        Tensor bias = BothBackends.Values([filters], 3);
        Tensor Y() => x.Conv(w, [stride], Padding.Same);
        BothBackends.Agree(() => Y(), Tolerance);
        BothBackends.Agree(() => (Y() + bias).Relu(), Tolerance);
        Tensor dy = BothBackends.Values(Y().Shape, 4) * 0.1;
        foreach (Tensor variable in (Tensor[])[x, w])
        {
            Tensor Gradient() => Nabla.Gradient.ValueAndGradient(
                v => ((variable == x ? v : x).Conv(variable == w ? v : w, [stride], Padding.Same) * dy).Sum())(variable)
                .Gradient;
            BothBackends.Agree(() => Gradient(), Tolerance);
            BothBackends.Agree(() => (Gradient() * 2) + variable, Tolerance);
        }
    }

    // Any combination of stride, dilation, padding and groups that fits, in any number of axes.
    [Fact]
    public void AnyWindowThatFits()
    {
        Gen<int[]> numbers = Gen.ArrayOf(Gen.Choose(0, 1 << 20), 12);
        Prop.ForAll(numbers.ToArbitrary(), draws =>
        {
            int next = 0;
            int Draw(int low, int high) => low + (draws[next++] % (high - low + 1));
            int rank = Draw(1, 3), groups = Draw(1, 3), size = Draw(1, 4), stride = Draw(1, 3), dilation = Draw(1, 3);
            int reach = ((size - 1) * dilation) + 1, before = Draw(0, 3), after = Draw(0, 3);
            int extent = Math.Max(Draw(1, rank == 3 ? 4 : 9), reach - before - after);
            Tensor x = BothBackends.Values(
                [Draw(1, 3), .. Enumerable.Repeat((long)extent, rank - 1), extent + 1, groups * Draw(1, 4)], 1);
            Tensor w = BothBackends.Values(
                [.. Enumerable.Repeat((long)size, rank), x.Shape[-1] / groups, groups * Draw(1, 5)], 2);
            Tensor Y(Tensor image, Tensor kernel) =>
                image.Conv(kernel, [stride], Padding.Of([before], [after]), [dilation], groups);
            Tensor dy = BothBackends.Values(Y(x, w).Shape, 3);
            BothBackends.Agree(() => Y(x, w), Tolerance);
            BothBackends.Agree(() => Gradient.ValueAndGradient(v => (Y(v, w) * dy).Sum())(x).Gradient, Tolerance);
            BothBackends.Agree(() => Gradient.ValueAndGradient(v => (Y(x, v) * dy).Sum())(w).Gradient, Tolerance);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ThreadsDoNotChangeBits(int stride)
    {
        Tensor x = BothBackends.Values([5, 20, 20, 24], 1), w = BothBackends.Values([3, 3, 24, 40], 2);
        Tensor bias = BothBackends.Values([40], 3);
        BothBackends.AgreeOnThreads(() => (x.Conv(w, [stride], Padding.Same) + bias).Relu());
        BothBackends.AgreeOnThreads(
            () => Gradient.ValueAndGradient(v => v.Conv(w, [stride], Padding.Same).Square().Sum())(x).Gradient);
        BothBackends.AgreeOnThreads(
            () => Gradient.ValueAndGradient(v => x.Conv(v, [stride], Padding.Same).Square().Sum())(w).Gradient);
    }
}
