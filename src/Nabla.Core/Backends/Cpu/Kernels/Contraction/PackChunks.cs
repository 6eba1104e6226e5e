using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The first phase of a large product: B is packed once for all chunks.</summary>
internal sealed unsafe class PackChunks<T>(MatrixProductPlan plan) : ParallelWork
    where T : unmanaged
{
    private const int PanelsOfChunk = 2;

    private readonly int _panel = Packing<T>.PanelColumns;
    private readonly long _panels = Rounding.DivideUp(plan.N, Packing<T>.PanelColumns);

    public int Chunks =>
        checked((int)(Rounding.DivideUp(_panels, PanelsOfChunk) * plan.Batch.Count * plan.DepthBlocks));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        (long index, long piece) = Math.DivRem((long)chunk, Rounding.DivideUp(_panels, PanelsOfChunk));
        (long batch, long block) = Math.DivRem(index, plan.DepthBlocks);
        plan.Batch.Offsets(batch, out _, out long offset);

        long depth = block * plan.DepthBlock;
        nint rows = (nint)Math.Min(plan.DepthBlock, plan.K - depth);
        T* destination = (T*)run->PackedRight + (((batch * plan.K) + depth) * _panels * _panel);
        T* source = (T*)run->B + offset + (depth * plan.BDepth);
        for (long panel = piece * PanelsOfChunk; panel < Math.Min(_panels, (piece + 1) * PanelsOfChunk); panel++)
        {
            long column = panel * _panel;
            Packing<T>.PackPanel(
                source + (column * plan.BColumn),
                (nint)plan.BDepth,
                (nint)plan.BColumn,
                rows,
                (int)Math.Min(_panel, plan.N - column),
                destination + (column * rows));
        }
    }
}
