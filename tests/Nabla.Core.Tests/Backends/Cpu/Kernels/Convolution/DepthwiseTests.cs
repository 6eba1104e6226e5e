using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;
using Nabla.Tests.Backends.Cpu.Programs;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

public sealed class DepthwiseTests
{
    public static TheoryData<long[], long[], long, long, long> Windows() => new()
    {
        { [5, 7], [3, 3], 1, 1, 1 },
        { [5, 7], [3, 3], 1, 1, 0 },
        { [6, 20], [3, 3], 1, 1, 2 },
        { [4, 31], [3, 3], 1, 2, 2 },
        { [9, 8], [3, 3], 2, 1, 1 },
        { [8, 19], [3, 3], 2, 2, 1 },
        { [7, 11], [3, 3], 3, 1, 1 },
        { [7, 10], [2, 2], 3, 1, 0 },
        { [6, 9], [1, 1], 2, 1, 0 },
        { [1, 1], [3, 3], 1, 1, 1 },
        { [1, 2], [3, 3], 2, 1, 1 },
        { [2, 3], [5, 5], 1, 1, 2 },
        { [9, 13], [5, 4], 1, 1, 2 },
        { [9, 12], [5, 5], 2, 1, 2 },
        { [8, 9], [7, 7], 1, 1, 3 },
        { [3, 27], [1, 11], 1, 1, 5 },
        { [40], [3], 1, 1, 1 },
        { [41], [4], 3, 2, 3 },
        { [4, 5, 6], [3, 3, 3], 1, 1, 1 },
        { [5, 4, 7], [2, 3, 3], 2, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void NumbersAreRightAndTheSameBitsOnEveryWidthAndTeam(
        long[] extents, long[] size, long stride, long dilation, long padding)
    {
        foreach (int channels in new[] { 1, 3, 8, 21, 33 })
        {
            Check<float>(extents, size, stride, dilation, padding, channels);
            Check<double>(extents, size, stride, dilation, padding, channels);
        }
    }

    [Fact]
    public void AnyNumberOfChannels()
    {
        for (int channels = 1; channels <= 33; channels++)
        {
            Check<float>([5, 9], [3, 3], 1, 1, 1, channels);
            Check<float>([5, 9], [3, 3], 2, 1, 1, channels);
        }

        Check<float>([6, 5], [3, 3], 1, 1, 1, 200);
        Check<double>([6, 5], [3, 3], 2, 1, 1, 149);
    }

    [Fact]
    public void ManyChunks()
    {
        Check<float>([70, 33], [3, 3], 1, 1, 1, 40, batch: 3);
        Check<float>([71, 40], [3, 3], 2, 1, 1, 40, batch: 3);
    }

    [Fact]
    public void LongLinesAreCut()
    {
        Check<float>([9001], [3], 1, 1, 1, 40, batch: 1);
        Check<float>([9001], [5], 3, 2, 4, 17, batch: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FusedOperationsSeeFinishedResults(int stride)
    {
        Tensor x = BothBackends.Values([2, 13, 12, 20], 1), kernel = BothBackends.Values([3, 3, 1, 20], 2);
        Tensor bias = BothBackends.Values([20], 3);
        Tensor Layer() => (x.Conv(kernel, [stride], Padding.Same, groups: 20) + bias).Relu();
        BothBackends.Agree(Layer, 2e-5);
        BothBackends.AgreeOnThreads(Layer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SeveralFiltersForEachChannel(int stride)
    {
        Tensor x = BothBackends.Values([2, 6, 5, 7], 1), kernel = BothBackends.Values([3, 3, 1, 14], 2);
        BothBackends.Agree(() => x.Conv(kernel, [stride], Padding.Same, groups: 7), 2e-5);
    }

    [Fact]
    public void NothingComesOfNoImages()
    {
        Tensor x = Tensor.Zeros(0, 5, 5, 4), kernel = Tensor.Zeros(3, 3, 1, 4);
        Assert.Equal<Shape>([0, 3, 3, 4], x.Conv(kernel, groups: 4).Shape);
        Assert.Empty(x.Conv(kernel, groups: 4).ToArray());
        var op = new ConvKernelGradientOp(SlidingWindow.Over("Test", x.Shape, [3, 3], [1], Padding.Valid), 4);
        Assert.All(op.Apply(x, Tensor.Zeros(0, 3, 3, 4)).ToArray(), value => Assert.Equal(0, value));
    }

    private static void Check<T>(
        long[] extents, long[] size, long stride, long dilation, long padding, int channels, int batch = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape image = Shape.Create([batch, .. extents, channels]);
        SlidingWindow window = SlidingWindow.Over("Test", image, size, [stride], padding, [dilation]);
        var conv = new ConvCase<T>(window, image, channels, channels);
        DepthwiseLoops<T> widest = DepthwiseLoops<T>.For(channels);

        T[] result = conv.Forward(WorkerTeam.Shared, Forward(conv, widest));
        conv.CheckForward(result);
        T[] input = conv.InputGradient(WorkerTeam.Shared, Backward(conv, widest));
        conv.CheckInputGradient(input);
        T[] kernel = conv.KernelGradient(WorkerTeam.Shared, Gradient(conv, widest));
        conv.CheckKernelGradient(kernel);

        using var team = new WorkerTeam(3);
        foreach (int bits in new[] { 256, 128, 0 })
        {
            if (bits > KernelSet<T>.WidestBits)
            {
                continue;
            }

            DepthwiseLoops<T> loops = DepthwiseLoops<T>.For(channels, bits);
            Assert.Equal(result, conv.Forward(team, Forward(conv, loops)));
            Assert.Equal(input, conv.InputGradient(team, Backward(conv, loops)));
            Assert.Equal(kernel, conv.KernelGradient(team, Gradient(conv, loops)));
            team.Threads = (team.Threads % 3) + 1;
        }
    }

    private static ConvCase<T>.Plan Forward<T>(ConvCase<T> conv, DepthwiseLoops<T> loops)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new DepthwiseProduct<T>(
            ConvLines<T>.Forward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, team, epilogue,
            loops);

    private static ConvCase<T>.Plan Backward<T>(ConvCase<T> conv, DepthwiseLoops<T> loops)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new DepthwiseProduct<T>(
            ConvLines<T>.Backward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, team, epilogue,
            loops);

    private static ConvCase<T>.Plan Gradient<T>(ConvCase<T> conv, DepthwiseLoops<T> loops)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new DepthwiseGradient<T>(
            ConvLines<T>.Forward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, team, epilogue,
            loops);
}
