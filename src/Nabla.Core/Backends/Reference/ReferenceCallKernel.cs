using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Reference;

/// <summary>Runs an operation by its definition; also what other backends fall back to.</summary>
internal sealed unsafe class ReferenceCallKernel(CallPlan plan) : Kernel
{
    public override void Run(nint* slots)
    {
        var inputs = new ReferenceTensor[plan.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = ReferenceMemory.Load(slots, plan.Inputs[i]);
        }

        ReferenceTensor[] outputs = [.. plan.Outputs.Select(ReferenceMemory.Empty)];
        plan.Op.Reference(new ReferenceCall(inputs, outputs));
        for (int i = 0; i < outputs.Length; i++)
        {
            ReferenceMemory.Store(slots, plan.Outputs[i], outputs[i].Values);
        }
    }
}
