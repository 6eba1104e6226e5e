using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Reference;

/// <summary>
/// The living definition: runs every program in double precision by the definitions of its operations.
/// Slow, exact, always there.
/// </summary>
public sealed class ReferenceBackend : Backend
{
    private ReferenceBackend() : base("reference")
    {
    }

    /// <summary>The backend.</summary>
    public static ReferenceBackend Instance { get; } = new();

    /// <inheritdoc/>
    public override BackendTraits Traits { get; } = new ReferenceTraits();

    /// <inheritdoc/>
    public override Storage Allocate(long byteCount) => new HostStorage(this, byteCount);

    /// <inheritdoc/>
    public override Kernel CreateKernel(KernelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Plan switch
        {
            ElementwisePlan plan => new ReferenceElementwise(plan),
            ContractionPlan plan => new ReferenceContraction(plan),
            ReductionPlan plan => new ReferenceReduction(plan),
            CallPlan plan => new ReferenceCallKernel(plan),
            StepPlan plan => throw new KernelNotFoundException(
                $"The reference backend does not know steps of type {plan.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public override void Copy(Storage source, Storage destination) => HostStorage.Copy(source, destination);

    private sealed class ReferenceTraits : BackendTraits
    {
        public override bool CanFuse(Op op, DType input, DType output) => true;

        public override bool HasKernel(FusedOp op, DType dtype) => false;
    }
}
