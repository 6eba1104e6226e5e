using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Backends.Cpu.Threads;
using Nabla.Tests.Backends.Cpu.Programs;

namespace Nabla.Tests.Backends.Cpu.Kernels.Convolution;

/// <summary>The three algorithms of patches, whatever <see cref="ConvChoice"/> would take.</summary>
public sealed class PatchTests
{
    // Few patches of a deep kernel, which each chunk packs for itself, more than two blocks of patches, which share it,
    // and columns that are no multiple of a panel; one or two images are cut by channels, and two share what is packed.
    public static TheoryData<long, long[], long[], long, long, int, long, int> Layers() => new()
    {
        { 1, [7, 7], [3, 3], 1, 1, 1, 48, 129 },
        { 1, [8, 7], [3, 3], 2, 1, 1, 257, 64 },
        { 1, [9, 9], [3, 3], 2, 1, 1, 130, 200 },
        { 2, [14, 14], [3, 3], 2, 1, 1, 130, 20 },
        { 2, [14, 15], [3, 3], 1, 1, 1, 40, 33 },
        { 3, [10, 11], [2, 3], 3, 2, 1, 33, 17 },
        { 2, [9, 8], [3, 3], 2, 1, 3, 27, 42 },
        { 1, [5, 5], [5, 5], 1, 1, 1, 20, 40 },
        { 4, [31], [4], 3, 2, 1, 70, 65 },
        { 1, [4, 5, 6], [2, 2, 3], 2, 1, 1, 18, 36 },
        { 0, [9, 9], [3, 3], 2, 1, 1, 130, 20 },
        { 0, [9, 9], [3, 3], 1, 1, 1, 13, 20 },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void NumbersAreRightAndTheSameBitsOnEveryTeam(
        long batch, long[] extents, long[] size, long stride, long dilation, int groups, long channels, int filters)
    {
        Check<float>(batch, extents, size, stride, dilation, groups, channels, filters);
        Check<double>(batch, extents, size, stride, dilation, groups, channels, filters);
    }

    [Fact]
    public void KernelGradientsOfManyPatchesAreCutIntoStretches() =>
        Check<float>(3, [80, 81], [3, 3], 1, 1, 1, 6, 24);

    [Fact]
    public void EmptyBatchesHaveGradients()
    {
        Tensor x = Tensor.Zeros(0, 9, 9, 16), w = Tensor.Zeros(3, 3, 16, 32);
        (_, Tensor gradient) = Gradient.ValueAndGradient(u => u.Conv(w, [2], Padding.Same).Sum())(x);
        Tensor transposed = Tensor.Zeros(0, 4, 4, 32).ConvTranspose(w, [2], Padding.Same);
        Assert.Empty(gradient.ToArray());
        Assert.Empty(transposed.ToArray());
        Assert.Equal([0, 9, 9, 16], gradient.Shape.Extents);
        Assert.Equal([0, 8, 8, 16], transposed.Shape.Extents);
    }

    [Fact]
    public void FusedOperationsSeeTheChannelsOfAChunk()
    {
        Tensor x = BothBackends.Values([1, 5, 5, 70], 1), kernel = BothBackends.Values([3, 3, 192, 70], 2);
        Tensor bias = BothBackends.Values([192], 3);
        Tensor Layer() => (x.ConvTranspose(kernel, [2], Padding.Same) + bias).Relu();
        BothBackends.Agree(Layer, 1e-4);
        BothBackends.AgreeOnThreads(Layer);
    }

    private static void Check<T>(
        long batch, long[] extents, long[] size, long stride, long dilation, int groups, long channels, int filters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape image = Shape.Create([batch, .. extents, channels]);
        SlidingWindow window = SlidingWindow.Over("Test", image, size, [stride], 1, [dilation]);
        var layer = new ConvCase<T>(window, image, groups, filters);
        Shape result = layer.Result;
        ConvCase<T>.Plan Forward(bool isFrozen) => (team, epilogue) => new PatchProduct<T>(
            PatchGrid.OfImages(window, groups, image, result), window, filters / groups, groups, isTurned: false,
            isFrozen, team, epilogue);
        ConvCase<T>.Plan Backward(bool isFrozen) => (team, epilogue) => stride > 1
            ? new PhasedProduct<T>(window, groups, image, result, isFrozen, team, epilogue)
            : new PatchProduct<T>(
                PatchGrid.OfPhase(window, groups, image, result, new int[extents.Length]), window,
                (int)channels / groups, groups, isTurned: true, isFrozen, team, epilogue);
        ConvAlgorithm<T> Kernel(WorkerTeam team, BlockEpilogue? epilogue) =>
            new PatchGradient<T>(
                PatchGrid.OfImages(window, groups, image, result), filters / groups, groups, team, epilogue);

        T[] forward = layer.Forward(WorkerTeam.Shared, Forward(isFrozen: false));
        T[] inputs = layer.InputGradient(WorkerTeam.Shared, Backward(isFrozen: false));
        T[] kernel = layer.KernelGradient(WorkerTeam.Shared, Kernel);
        layer.CheckForward(forward);
        layer.CheckInputGradient(inputs);
        layer.CheckKernelGradient(kernel);
        foreach (int threads in new[] { 1, 3 })
        {
            using var team = new WorkerTeam(threads);
            foreach (bool isFrozen in (bool[])[false, true])
            {
                Assert.Equal(forward, layer.Forward(team, Forward(isFrozen)));
                Assert.Equal(inputs, layer.InputGradient(team, Backward(isFrozen)));
            }

            Assert.Equal(kernel, layer.KernelGradient(team, Kernel));
        }
    }
}
