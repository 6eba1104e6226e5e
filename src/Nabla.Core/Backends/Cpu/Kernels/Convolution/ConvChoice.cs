using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Which algorithm computes a convolution: a static rule of its shape, type and the instruction set.</summary>
/// <remarks>Nothing is timed when programs run, so that bits do not depend on the day.</remarks>
internal static class ConvChoice
{
    // Offsets and extents of windows are counted in 32 bits.
    private const long LargestReach = 1 << 24;

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
    public static ConvAlgorithm<T> Of<T>(ContractionPlan plan, WorkerTeam team, BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape a = plan.A.Layout.Shape, b = plan.B.Layout.Shape, result = plan.ResultSpec.Shape;
        return plan.Op switch
        {
            ConvOp op => Forward<T>(op, a, result, team, epilogue),
            ConvInputGradientOp op => InputGradient<T>(op, result, a, team, epilogue),
            ConvKernelGradientOp op => KernelGradient<T>(op, a, b, team, epilogue),
            ContractionOp op => throw new ArgumentException($"{op.Name} is no convolution.", nameof(plan)),
        };
    }

    private static ConvAlgorithm<T> Forward<T>(
        ConvOp op, Shape image, Shape result, WorkerTeam team, BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new PatchProduct<T>(
            PatchGrid.OfImages(op.Window, op.Groups, image, result), op.Window, (int)(result[-1] / op.Groups), op.Groups,
            isTurned: false, team, epilogue);

    private static ConvAlgorithm<T> InputGradient<T>(
        ConvInputGradientOp op, Shape image, Shape gradient, WorkerTeam team, BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        op.Window.Strides.Span.ContainsAnyExcept(1)
            ? new PhasedProduct<T>(op.Window, op.Groups, image, gradient, team, epilogue)
            : new PatchProduct<T>(
                PatchGrid.OfPhase(op.Window, op.Groups, image, gradient, new int[op.Window.Rank]), op.Window,
                (int)(image[-1] / op.Groups), op.Groups, isTurned: true, team, epilogue);

    private static ConvAlgorithm<T> KernelGradient<T>(
        ConvKernelGradientOp op, Shape image, Shape gradient, WorkerTeam team, BlockEpilogue? epilogue)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new PatchGradient<T>(
            PatchGrid.OfImages(op.Window, op.Groups, image, gradient), (int)(gradient[-1] / op.Groups), op.Groups, team,
            epilogue);
}
