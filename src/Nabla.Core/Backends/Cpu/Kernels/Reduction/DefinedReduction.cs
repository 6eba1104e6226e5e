using Nabla.Backends.Cpu.Programs;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Reduction;

/// <summary>A reduction by its definition, for operations that no reducer is registered for.</summary>
internal sealed unsafe class DefinedReduction : Kernel
{
    private readonly Kernel? _producer;
    private readonly Kernel _reduction;

    public DefinedReduction(ReductionPlan plan, CpuKernelTable table, KernelContext context)
    {
        Operand? input = plan.Input;
        if (plan.Producer is { } producer)
        {
            DType dtype = producer.Program.TypeOf(producer.Program.Outputs[0]);
            input = new Operand(context.WorkspaceSlot, dtype, Layout.Contiguous(producer.Shape));
            WorkspaceBytes = producer.Shape.ElementCount * dtype.Size;
            _producer = new ElementwiseKernel(producer with { Outputs = [input] }, table, context.Team);
        }

        _reduction = new ReferenceCallKernel(new CallPlan(plan.Path, plan.Op, [input!], [plan.Result]));
    }

    public override long WorkspaceBytes { get; }

    public override void Run(nint* slots)
    {
        _producer?.Run(slots);
        _reduction.Run(slots);
    }
}
