using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Convolution;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Runs a convolution or one of its gradients by the algorithm chosen for it, its epilogue on each block.
/// </summary>
internal sealed unsafe class ConvolutionKernel<T> : Kernel
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvAlgorithm<T> _algorithm;
    private readonly ProgramEpilogue? _epilogue;
    private readonly int _a;
    private readonly int _b;
    private readonly int _result;
    private readonly int _workspaceSlot;
    private readonly Storage? _prepared;

    public ConvolutionKernel(ContractionPlan plan, CpuKernelTable table, KernelContext context)
    {
        (_a, _b, _result, _workspaceSlot) = (plan.A.Slot, plan.B.Slot, plan.Result?.Slot ?? -1, context.WorkspaceSlot);
        _epilogue = plan.Epilogue is null ? null : new ProgramEpilogue(plan.Epilogue, plan.EpilogueInput, table);
        bool isFrozen = context.Constants?.Of(plan.B) is not null;
        _algorithm = ConvChoice.Of<T>(plan, context.Team, _epilogue, isFrozen);
        _prepared = _algorithm.Form is { } form
            ? context.Constants!.Prepare(
                plan.B, form, (source, target) => _algorithm.Prepare((T*)source.Address, (byte*)target.Address))
            : null;
        if (DebugLog.Level >= DebugLog.Plans)
        {
            DebugLog.Write($"{plan.Path} {plan.Op.Name} {plan.A} {plan.B}: {_algorithm.Name}");
        }
    }

    public override long WorkspaceBytes => _algorithm.WorkspaceBytes;

    public override void Run(nint* slots)
    {
        _epilogue?.Begin();
        T* result = _result < 0 ? null : (T*)slots[_result];
        var b = (T*)(_prepared?.Address ?? slots[_b]);
        _algorithm.Run(slots, (T*)slots[_a], b, result, (byte*)slots[_workspaceSlot]);
    }
}
