using System.Numerics;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Runs a contraction as a batch of matrix products, its epilogue on each finished block.</summary>
internal sealed unsafe class ContractionKernel<T> : Kernel
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly MatrixProduct<T> _product;
    private readonly ProgramEpilogue? _epilogue;
    private readonly Operand _a;
    private readonly Operand _b;
    private readonly int _result;
    private readonly int _workspaceSlot;
    private readonly Storage? _prepared;

    public ContractionKernel(ContractionPlan plan, CpuKernelTable table, KernelContext context)
    {
        (_a, _b, _result, _workspaceSlot) = (plan.A, plan.B, plan.Result?.Slot ?? -1, context.WorkspaceSlot);
        Shape a = _a.Layout.Shape, b = _b.Layout.Shape;
        var shape = new MatrixProductShape(
            a[-2], b[-1], a[-1], StridesOf(_a.Layout), StridesOf(_b.Layout), a.Extents[..^2].ToArray());
        _epilogue = plan.Epilogue is null ? null : new ProgramEpilogue(plan.Epilogue, plan.EpilogueInput, table);
        bool isFrozen = context.Constants?.Of(_b) is not null;
        var choices = new MatrixProductChoices(IsRightFrozen: isFrozen);
        _product = new MatrixProduct<T>(shape, context.Team, _epilogue, choices);
        _prepared = _product.RightForm is { } form
            ? context.Constants!.Prepare(
                _b, form,
                (source, target) => _product.PrepareRight(
                    (T*)source.Address + _b.Layout.Offset, (byte*)target.Address))
            : null;
    }

    public override long WorkspaceBytes => _product.WorkspaceBytes;

    public override void Run(nint* slots)
    {
        _epilogue?.Begin();
        T* result = _result < 0 ? null : (T*)slots[_result];
        T* b = _prepared is null ? (T*)slots[_b.Slot] + _b.Layout.Offset : (T*)_prepared.Address;
        _product.Run(
            slots, (T*)slots[_a.Slot] + _a.Layout.Offset, b, result, (byte*)slots[_workspaceSlot]);
    }

    private static MatrixStrides StridesOf(Layout layout)
    {
        ReadOnlySpan<long> strides = layout.Strides.Span;
        return new MatrixStrides(strides[^2], strides[^1], strides[..^2].ToArray());
    }
}
