using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>Reduces an operand, or the values of a program that are never stored, in one stage an axis.</summary>
/// <remarks>
/// Axes are merged where strides allow it, and reordered so that memory is read as it lies. Long axes are cut into
/// segments by shape, whose
/// results are reduced in a stage of their own, so any number of threads gives the same bits.
/// </remarks>
internal sealed unsafe class ReductionKernel : Kernel
{
    private const int Alignment = 64;

    private readonly WorkerTeam _team;
    private readonly ProgramTiles? _producer;
    private readonly ReductionStage[] _stages;
    private readonly Operand _result;
    private readonly int _workspaceSlot;
    private readonly DType _lane;
    private readonly long _narrowOffset;
    private long _workspaceBytes;

    public ReductionKernel(
        ReductionPlan plan, Reducer reducer, CpuKernelTable table, WorkerTeam team, int workspaceSlot)
    {
        (_team, _result, _workspaceSlot) = (team, plan.Result, workspaceSlot);
        Shape shape = plan.Input?.Layout.Shape ?? plan.Producer!.Shape;
        DType type = plan.Input?.DType ?? plan.Producer!.Program.TypeOf(plan.Producer.Program.Outputs[0]);
        Predicate<int> isReduced = axis => plan.Op.Axes.Contains(axis);
        WorkEstimate estimate;
        LoopNest nest;
        ReductionSource source;
        if (type.Size > 1
            && plan.Input is { } input
            && TryOrder(LoopNest.Of(shape, [input.Layout.Strides], isReduced), out nest))
        {
            _lane = type;
            estimate = WorkEstimate.Of(nest.ElementCount, type.Size);
            source = new ReductionSource(nest, input.Slot, input.Layout.Offset * type.Size, type.Size);
        }
        else
        {
            ElementwisePlan producer = WideningProducer.Of(plan, shape, type);
            _lane = producer.Program.TypeOf(producer.Program.Outputs[0]);
            TileBinding[] bindings = [.. TileBindings.Of(producer, table), new TileBinding(_lane, null)];
            nest = LoopNest.Of(
                shape, [.. bindings.Select(binding => TileBindings.StridesOf(binding, shape))], isReduced);
            nest = WithReducedAxis(nest).AtLeast(2);
            estimate = WorkEstimate.Of(producer.Program, nest.ElementCount, table.Elementwise);
            _producer = new ProgramTiles(producer.Program, nest, bindings, table.Elementwise);
            source = new ReductionSource(nest, _producer);
        }

        _stages = [.. Stages(reducer.BodyFor(_lane), nest, source, estimate)];
        _narrowOffset = _stages[^1].ResultOffset;
    }

    public override long WorkspaceBytes => _workspaceBytes;

    public override void Run(nint* slots)
    {
        _producer?.Begin();
        foreach (ReductionStage stage in _stages)
        {
            stage.Run(slots, _team);
        }

        if (_result.DType.Size == 1)
        {
            Narrow((byte*)slots[_workspaceSlot] + _narrowOffset, (byte*)slots[_result.Slot]);
        }
    }

    private List<ReductionStage> Stages(
        ReductionBody body, LoopNest nest, ReductionSource source, WorkEstimate estimate)
    {
        var stages = new List<ReductionStage>();
        while (true)
        {
            int axis = Array.LastIndexOf(nest.Marks, true);
            ReductionStage stage = axis == nest.Rank - 1
                ? new RowStage(body, nest, source, estimate)
                : new ColumnStage(body, nest, axis, source, estimate);
            stages.Add(stage);
            long[] extents = [.. nest.Extents];
            extents[axis] = stage.Segments;
            bool[] marks = [.. nest.Marks];
            marks[axis] = stage.Segments > 1;
            Shape left = Shape.Create(extents);
            bool isLast = !marks.Contains(true);
            if (isLast && _result.DType.Size > 1)
            {
                stage.SendTo(_result.Slot, 0);
                return stages;
            }

            stage.SendTo(_workspaceSlot, Reserve(left.ElementCount * body.ElementBytes));
            if (isLast)
            {
                return stages;
            }

            nest = LoopNest.Of(left, [Layout.Contiguous(left).Strides], i => marks[i]);
            source = new ReductionSource(nest, _workspaceSlot, stage.ResultOffset, body.ElementBytes);
            estimate = WorkEstimate.Of(nest.ElementCount, body.ElementBytes);
        }
    }

    private long Reserve(long byteCount)
    {
        long offset = _workspaceBytes;
        _workspaceBytes += (byteCount + Alignment - 1) / Alignment * Alignment;
        return offset;
    }

    private void Narrow(byte* source, byte* result)
    {
        long count = _result.Layout.Shape.ElementCount;
        for (long i = 0; i < count; i++)
        {
            result[i] = _lane is DType.Int64 ? (byte)((long*)source)[i] : (byte)((int*)source)[i];
        }
    }

    /// <summary>
    /// Puts the axis with the smallest step innermost. The axes that stay must stay in order, because the result has
    /// them in that order.
    /// </summary>
    /// <returns>False when the innermost elements would not lie one after another.</returns>
    private static bool TryOrder(LoopNest merged, out LoopNest nest)
    {
        nest = WithReducedAxis(merged);
        LoopNest natural = nest;
        int[] order = [.. Enumerable.Range(0, nest.Rank).OrderByDescending(axis => Math.Abs(natural.Strides[0][axis]))];
        int[] kept = [.. order.Where(axis => !natural.Marks[axis])];
        bool keepsOrder = kept.SequenceEqual(kept.Order());
        nest = keepsOrder ? nest.Permute(order) : nest;
        return nest.Strides[0][^1] == 1 || nest.Extents[^1] == 1;
    }

    /// <summary>Reducing axes of extent 1 alone is folding rows of one element.</summary>
    private static LoopNest WithReducedAxis(LoopNest nest) =>
        nest.Marks.Contains(true) ? nest : nest.Append(1, isMarked: true);
}
