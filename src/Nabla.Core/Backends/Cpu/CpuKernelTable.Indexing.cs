using Nabla.Backends.Cpu.Kernels.Indexing;
using Nabla.Backends.Cpu.Kernels.Movement;
using Nabla.Backends.Cpu.Kernels.Sorting;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <content>Operations that look elements up, move them or put them together.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterIndexing()
    {
        Call<GatherOp>((plan, context) => new GatherKernel(plan, context.Team));
        Call<ScatterAddOp>((plan, context) => ScatterAdd(plan, context.Team));
        Call<TakeAlongOp>((plan, context) => TakeAlong(plan, context.Team));
        Call<ScatterAlongOp>((plan, context) => ScatterAlong(plan, context.Team));
        Call<ArgMaxOp>((plan, context) => Argument(plan, context.Team, isLargest: true));
        Call<ArgMinOp>((plan, context) => Argument(plan, context.Team, isLargest: false));
        Call<CumulativeSumOp>((plan, context) => CumulativeSum(plan, context.Team));
        Call<ArgSortOp>((plan, context) => ArgSort(plan, context.Team));
        Call<ConcatOp>((plan, context) => new ConcatKernel(plan, context.Team));
        Call<PadOp>(Pad);
        Call<ArangeOp>(Arange);
    }

    private static Kernel ScatterAdd(CallPlan plan, WorkerTeam team) => ByType(
        plan.Outputs[0].DType,
        () => new ScatterAddKernel<float>(plan, team), () => new ScatterAddKernel<double>(plan, team),
        () => new ScatterAddKernel<int>(plan, team), () => new ScatterAddKernel<long>(plan, team),
        () => new ScatterAddKernel<byte>(plan, team));

    private static Kernel ScatterAlong(CallPlan plan, WorkerTeam team) => ByType(
        plan.Outputs[0].DType,
        () => new ScatterAlongKernel<float>(plan, team), () => new ScatterAlongKernel<double>(plan, team),
        () => new ScatterAlongKernel<int>(plan, team), () => new ScatterAlongKernel<long>(plan, team),
        () => new ScatterAlongKernel<byte>(plan, team));

    private static Kernel Argument(CallPlan plan, WorkerTeam team, bool isLargest) => ByType(
        plan.Inputs[0].DType,
        () => new ArgumentKernel<float>(plan, team, isLargest), () => new ArgumentKernel<double>(plan, team, isLargest),
        () => new ArgumentKernel<int>(plan, team, isLargest), () => new ArgumentKernel<long>(plan, team, isLargest),
        () => new ArgumentKernel<byte>(plan, team, isLargest));

    private static Kernel ArgSort(CallPlan plan, WorkerTeam team) => ByType(
        plan.Inputs[0].DType,
        () => new ArgSortKernel<float>(plan, team), () => new ArgSortKernel<double>(plan, team),
        () => new ArgSortKernel<int>(plan, team), () => new ArgSortKernel<long>(plan, team),
        () => new ArgSortKernel<byte>(plan, team));

    // Sums of integers are int64 by then.
    private static Kernel CumulativeSum(CallPlan plan, WorkerTeam team) => plan.Outputs[0].DType switch
    {
        DType.Float32 => new CumulativeSumKernel<float>(plan, team),
        DType.Float64 => new CumulativeSumKernel<double>(plan, team),
        _ => new CumulativeSumKernel<long>(plan, team),
    };

    private static Kernel Arange(CallPlan plan) => ByType(
        plan.Outputs[0].DType, () => new ArangeKernel<float>(plan), () => new ArangeKernel<double>(plan),
        () => new ArangeKernel<int>(plan), () => new ArangeKernel<long>(plan), () => new ArangeKernel<byte>(plan));

    private static Kernel TakeAlong(CallPlan plan, WorkerTeam team) => BySize(
        plan.Outputs[0].DType,
        () => new TakeAlongKernel<byte>(plan, team), () => new TakeAlongKernel<int>(plan, team),
        () => new TakeAlongKernel<long>(plan, team));

    private static Kernel Pad(CallPlan plan)
    {
        long fill = BitPattern.Of(((PadOp)plan.Op).Value, plan.Outputs[0].DType);
        return BySize(
            plan.Outputs[0].DType,
            () => new PadKernel<byte>(plan, unchecked((byte)fill)),
            () => new PadKernel<int>(plan, unchecked((int)fill)),
            () => new PadKernel<long>(plan, fill));
    }
}
