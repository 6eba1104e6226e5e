using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Runtime;

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

        // Operations that can fail name the layer in their message.
        using LayerScope scope = LayerScope.Set(plan.Path);
        plan.Op.Reference(new ReferenceCall(inputs, outputs));
        for (int i = 0; i < outputs.Length; i++)
        {
            ReferenceMemory.Store(slots, plan.Outputs[i], outputs[i].Values);
        }
    }
}
