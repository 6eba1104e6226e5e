using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;
using Nabla.Tests.Backends.Cpu.Programs;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

public sealed class LineProductTests
{
    public static TheoryData<long[], long[], long, long, long> Windows() => new()
    {
        { [6, 11], [3, 3], 1, 1, 1 },
        { [6, 11], [3, 3], 1, 1, 0 },
        { [9, 14], [3, 3], 2, 1, 1 },
        { [15, 16], [7, 7], 2, 1, 3 },
        { [9, 21], [3, 2], 1, 2, 2 },
        { [8, 13], [2, 3], 3, 1, 1 },
        { [7, 9], [1, 1], 2, 1, 0 },
        { [1, 1], [3, 3], 1, 1, 1 },
        { [2, 3], [3, 3], 2, 2, 4 },
        { [37], [5], 1, 1, 2 },
        { [30], [4], 3, 2, 5 },
        { [30], [3], 3, 7, 7 },
        { [96], [3], 3, 31, 31 },
        { [12, 30], [3, 3], 3, 7, 7 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void NumbersAreRightAndTheSameBitsOnEveryWidthAndTeam(
        long[] extents, long[] size, long stride, long dilation, long padding)
    {
        foreach ((int groups, int channels, int filters) in new[]
        {
            (1, 1, 32), (1, 1, 1), (1, 2, 5), (1, 3, 24), (1, 4, 16), (1, 3, 41), (2, 4, 8), (3, 2, 20), (5, 1, 2),
        })
        {
            Check<float>(extents, size, stride, dilation, padding, groups, channels, filters);
            Check<double>(extents, size, stride, dilation, padding, groups, channels, filters);
        }
    }

    [Fact]
    public void ManyChunks()
    {
        Check<float>([60, 61], [3, 3], 1, 1, 1, 1, 3, 64);
        Check<float>([61, 50], [3, 3], 2, 1, 1, 8, 4, 4);
    }

    [Fact]
    public void LongLinesAreCut()
    {
        Check<float>([5003], [5], 1, 1, 2, 1, 2, 64);
        Check<float>([5003], [4], 3, 1, 9, 2, 3, 40);
    }

    [Fact]
    public void FusedOperationsSeeFinishedResults()
    {
        Tensor x = BothBackends.Values([2, 13, 12, 3], 1), kernel = BothBackends.Values([3, 3, 3, 20], 2);
        Tensor bias = BothBackends.Values([20], 3);
        Tensor Layer() => (x.Conv(kernel, [2], Padding.Same) + bias).Relu();
        BothBackends.Agree(Layer, 2e-5);
        BothBackends.AgreeOnThreads(Layer);
    }

    private static void Check<T>(
        long[] extents, long[] size, long stride, long dilation, long padding, int groups, int channels, int filters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape image = Shape.Create([2, .. extents, groups * channels]);
        SlidingWindow window = SlidingWindow.Over("Test", image, size, [stride], padding, [dilation]);
        var conv = new ConvCase<T>(window, image, groups, groups * filters);
        ConvCase<T>.Plan forward = Forward(conv, LineLoops<T>.For(filters));
        ConvCase<T>.Plan backward = Backward(conv, LineLoops<T>.For(channels));

        T[] result = conv.Forward(WorkerTeam.Shared, forward);
        conv.CheckForward(result);
        T[] input = conv.InputGradient(WorkerTeam.Shared, backward);
        conv.CheckInputGradient(input);
        T[] kernel = conv.KernelGradient(WorkerTeam.Shared, Gradient(conv));
        conv.CheckKernelGradient(kernel);

        using var team = new WorkerTeam(3);
        foreach (int bits in new[] { 256, 128, 0 })
        {
            if (bits > KernelSet<T>.WidestBits)
            {
                continue;
            }

            Assert.Equal(result, conv.Forward(team, Forward(conv, LineLoops<T>.For(filters, bits))));
            Assert.Equal(input, conv.InputGradient(team, Backward(conv, LineLoops<T>.For(channels, bits))));
            Assert.Equal(kernel, conv.KernelGradient(team, Gradient(conv)));
            team.Threads = (team.Threads % 3) + 1;
        }
    }

    private static ConvCase<T>.Plan Forward<T>(ConvCase<T> conv, LineLoops<T> loops)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new LineProduct<T>(
            ConvLines<T>.Forward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, conv.Groups,
            isTurned: false, team, epilogue, loops);

    private static ConvCase<T>.Plan Backward<T>(ConvCase<T> conv, LineLoops<T> loops)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new LineProduct<T>(
            ConvLines<T>.Backward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, conv.Groups,
            isTurned: true, team, epilogue, loops);

    private static ConvCase<T>.Plan Gradient<T>(ConvCase<T> conv)
        where T : unmanaged, IFloatingPointIeee754<T> => (team, epilogue) => new LineGradient<T>(
            ConvLines<T>.Forward(conv.Window, conv.Groups, conv.Image, conv.Result), conv.Window, conv.Groups, team,
            epilogue);
}
