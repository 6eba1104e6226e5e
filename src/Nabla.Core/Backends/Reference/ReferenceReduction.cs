using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Reference;

/// <summary>Runs a reduction by its definition, over an operand or over the values of its producer.</summary>
internal sealed unsafe class ReferenceReduction(ReductionPlan plan) : Kernel
{
    public override void Run(nint* slots)
    {
        ReferenceTensor input = plan.Input is { } operand
            ? ReferenceMemory.Load(slots, operand)
            : Produce(plan.Producer!, slots);
        ReferenceTensor result = ReferenceMemory.Empty(plan.Result);
        plan.Op.Reference(new ReferenceCall([input], [result]));
        ReferenceMemory.Store(slots, plan.Result, result.Values);
    }

    private static ReferenceTensor Produce(ElementwisePlan producer, nint* slots) => new(
        new TensorSpec(producer.Program.TypeOf(producer.Program.Outputs[0]), producer.Shape),
        ReferenceElementwise.Run(producer, slots, -1, null)[0]);
}
