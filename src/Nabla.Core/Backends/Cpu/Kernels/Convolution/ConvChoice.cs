using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Which algorithm computes a convolution: a static rule of its shape and type.</summary>
/// <remarks>Nothing is timed when programs run, so that bits do not depend on the day.</remarks>
internal static class ConvChoice
{
    // Offsets and extents of windows are counted in 32 bits.
    private const long LargestReach = 1 << 20;

    private const int MostChannels = 4;
    private const int MostChannelsOfGroup = 8;

    // With more weights than these, patches and their packed kernel are faster.
    private const int MostDepth = 64;

    // So many lines are copied with their padding.
    private const int MostLines = 64;

    // Each phase of a stride is a plan of its own.
    private const long MostPhases = 1024;

    /// <summary>Whether kernels know such a window; what they do not know runs by its definition.</summary>
    public static bool Knows(SlidingWindow window)
    {
        bool isKnown = window.Rank <= PatchGrid.Axes;
        for (int axis = 0; axis < window.Rank; axis++)
        {
            isKnown &= window.Before[axis] + window.After[axis] + window.Reach(axis) + window.Strides[axis]
                < LargestReach;
        }

        return isKnown;
    }

    /// <summary>Whether kernels know the input gradient of such a window.</summary>
    public static bool KnowsInputGradient(SlidingWindow window)
    {
        double phases = 1;
        foreach (long stride in window.Strides)
        {
            phases *= stride;
        }

        return phases <= MostPhases && Knows(window);
    }

    /// <summary>The algorithm for a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="team">The threads.</param>
    /// <param name="epilogue">What finishes each block.</param>
    /// <param name="isFrozen">Whether the second input never changes, so that it may be prepared once.</param>
    public static ConvAlgorithm<T> Of<T>(ContractionPlan plan, WorkerTeam team, BlockEpilogue? epilogue, bool isFrozen)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape a = plan.A.Layout.Shape, b = plan.B.Layout.Shape, result = plan.ResultSpec.Shape;
        return plan.Op switch
        {
            ConvOp op => Forward<T>(op, a, result, team, epilogue, isFrozen),
            ConvInputGradientOp op => InputGradient<T>(op, result, a, team, epilogue, isFrozen),
            ConvKernelGradientOp op => KernelGradient<T>(op, a, b, team, epilogue),
            ContractionOp op => throw new ArgumentException($"{op.Name} is no convolution.", nameof(plan)),
        };
    }

    private static ConvAlgorithm<T> Forward<T>(
        ConvOp op, Shape image, Shape result, WorkerTeam team, BlockEpilogue? epilogue, bool isFrozen)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (SlidingWindow window, int groups) = (op.Window, op.Groups);
        if (IsDepthwise(groups, image, result))
        {
            var lines = ConvLines<T>.Forward(window, groups, image, result);
            return new DepthwiseProduct<T>(lines, window, team, epilogue);
        }

        if (IsNarrow(window, groups, image) && (groups > 1 || window.Taps * image[-1] <= MostDepth))
        {
            var lines = ConvLines<T>.Forward(window, groups, image, result);
            return new LineProduct<T>(lines, window, groups, isTurned: false, team, epilogue);
        }

        if (KnowsTiles<T>(window, groups)
            && Winograd<T>(
                WinogradTiles.OfImages(window, image, result), image[-1], result[-1], isTurned: false, isFrozen, team,
                epilogue) is { } winograd)
        {
            return winograd;
        }

        return new PatchProduct<T>(
            PatchGrid.OfImages(window, groups, image, result), window, (int)(result[-1] / groups), groups,
            isTurned: false, isFrozen, team, epilogue);
    }

    private static ConvAlgorithm<T> InputGradient<T>(
        ConvInputGradientOp op, Shape image, Shape gradient, WorkerTeam team, BlockEpilogue? epilogue, bool isFrozen)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (SlidingWindow window, int groups) = (op.Window, op.Groups);
        if (IsDepthwise(groups, image, gradient))
        {
            var lines = ConvLines<T>.Backward(window, groups, image, gradient);
            return new DepthwiseProduct<T>(lines, window, team, epilogue);
        }

        if (groups > 1 && IsNarrow(window, groups, gradient))
        {
            var lines = ConvLines<T>.Backward(window, groups, image, gradient);
            return new LineProduct<T>(lines, window, groups, isTurned: true, team, epilogue);
        }

        if (KnowsTiles<T>(window, groups)
            && Winograd<T>(
                WinogradTiles.OfGradients(window, image, gradient), gradient[-1], image[-1], isTurned: true, isFrozen,
                team, epilogue) is { } winograd)
        {
            return winograd;
        }

        return window.Strides.Span.ContainsAnyExcept(1)
            ? new PhasedProduct<T>(window, groups, image, gradient, isFrozen, team, epilogue)
            : new PatchProduct<T>(
                PatchGrid.OfPhase(window, groups, image, gradient, new int[window.Rank]), window,
                (int)(image[-1] / groups), groups, isTurned: true, isFrozen, team, epilogue);
    }

    private static ConvAlgorithm<T> KernelGradient<T>(
        ConvKernelGradientOp op, Shape image, Shape gradient, WorkerTeam team, BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (SlidingWindow window, int groups) = (op.Window, op.Groups);
        if (IsDepthwise(groups, image, gradient))
        {
            var lines = ConvLines<T>.Forward(window, groups, image, gradient);
            return new DepthwiseGradient<T>(lines, window, team, epilogue);
        }

        if (IsNarrow(window, groups, image))
        {
            var lines = ConvLines<T>.Forward(window, groups, image, gradient);
            return new LineGradient<T>(lines, window, groups, team, epilogue);
        }

        if (KnowsTiles<T>(window, groups)
            && WinogradTiles.OfImages(window, image, gradient) is var tiles
            && WinogradCost.GradientPays(tiles, image[-1], gradient[-1]))
        {
            return As<T>(new WinogradGradient(tiles, (int)image[-1], (int)gradient[-1], team, epilogue));
        }

        return new PatchGradient<T>(
            PatchGrid.OfImages(window, groups, image, gradient), (int)(gradient[-1] / groups), groups, team, epilogue);
    }

    private static ConvAlgorithm<T>? Winograd<T>(
        WinogradTiles tiles, long depth, long columns, bool isTurned, bool isFrozen, WorkerTeam team,
        BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WinogradCost.ProductPays(tiles, depth, columns)
            ? As<T>(new WinogradProduct(tiles, (int)depth, (int)columns, isTurned, isFrozen, team, epilogue))
            : WinogradCost.ColumnsPay(tiles, depth, columns)
            ? As<T>(new WinogradColumns(tiles, (int)depth, (int)columns, isTurned, team, epilogue))
            : null;

    // Its errors are several times those of a plain sum, which nobody who asks for float64 wants.
    private static bool KnowsTiles<T>(SlidingWindow window, int groups) =>
        typeof(T) == typeof(float) && WinogradTiles.Know(window, groups);

    private static ConvAlgorithm<T> As<T>(ConvAlgorithm<float> algorithm)
        where T : unmanaged, IFloatingPointIeee754<T> => (ConvAlgorithm<T>)(object)algorithm;

    private static bool IsDepthwise(int groups, Shape image, Shape result) =>
        groups == image[-1] && groups == result[-1];

    // Where a patch has few channels, copying it costs as much as multiplying it.
    private static bool IsNarrow(SlidingWindow window, int groups, Shape source) =>
        source[-1] / groups <= (groups == 1 ? MostChannels : MostChannelsOfGroup)
            && source.ElementCount > 0
            && window.Rank <= 2
            && (window.Rank == 1 || window.Reach(0) <= MostLines);
}
