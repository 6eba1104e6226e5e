using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Reference;

/// <summary>Runs a contraction by its definition, then its epilogue.</summary>
internal sealed unsafe class ReferenceContraction(ContractionPlan plan) : Kernel
{
    public override void Run(nint* slots)
    {
        ReferenceTensor a = ReferenceMemory.Load(slots, plan.A), b = ReferenceMemory.Load(slots, plan.B);
        var result = new ReferenceTensor(plan.ResultSpec, new double[plan.ResultSpec.Shape.ElementCount]);
        plan.Op.Reference(new ReferenceCall([a, b], [result]));
        if (plan.Epilogue is null)
        {
            ReferenceMemory.Store(slots, plan.Result!, result.Values);
            return;
        }

        double[][] outputs = ReferenceElementwise.Run(plan.Epilogue, slots, plan.EpilogueInput, result.Values);
        for (int i = 0; i < outputs.Length; i++)
        {
            ReferenceMemory.Store(slots, plan.Epilogue.Outputs[i], outputs[i]);
        }
    }
}
