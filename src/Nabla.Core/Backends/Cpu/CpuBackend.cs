using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Reduction;
using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <summary>The processor: vector code for the widest registers in force, shared out to a team of threads.</summary>
/// <remarks>Results are the same bits on any number of threads and on every vector width.</remarks>
public sealed partial class CpuBackend : Backend
{
    private static readonly ConcurrentDictionary<Type, bool> s_toldFallbacks = new();

    private readonly CpuKernelTable _table = CpuKernelTable.Instance;
    private readonly WorkerTeam _team;

    /// <summary>A processor whose programs run on a team of their own.</summary>
    internal CpuBackend(WorkerTeam team) : base("cpu")
    {
        _team = team;
        Traits = new CpuTraits(_table);
    }

    /// <summary>The backend.</summary>
    public static CpuBackend Instance { get; } = new(WorkerTeam.Shared);

    /// <inheritdoc/>
    public override BackendTraits Traits { get; }

    /// <summary>
    /// The number of threads that programs use, from 1 to the number of processors. Results never depend on it.
    /// </summary>
    /// <remarks>At first what the environment variable <c>NABLA_THREADS</c> says, or else all processors.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many processors, or the value is not
    /// positive.</exception>
    public int Threads
    {
        get => _team.Threads;
        set => _team.Threads = value;
    }

    /// <inheritdoc/>
    public override Storage Allocate(long byteCount) => new HostStorage(this, byteCount);

    /// <inheritdoc/>
    public override void Copy(Storage source, Storage destination) => HostStorage.Copy(source, destination);

    /// <inheritdoc/>
    public override Kernel CreateKernel(KernelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new KernelContext(_team, request.WorkspaceSlot, request.Constants);
        return request.Plan switch
        {
            ElementwisePlan plan => new ElementwiseKernel(plan, _table, _team),
            ContractionPlan plan => _table.CreateContraction(plan, context),
            ReductionPlan plan when _table.ReducerFor(plan.Op) is { } reducer =>
                new ReductionKernel(plan, reducer, _table, _team, request.WorkspaceSlot),
            ReductionPlan plan => new DefinedReduction(plan, _table, context),
            CallPlan plan => _table.CreateCall(plan, context) ?? Fallback(plan),
            StepPlan plan => throw new KernelNotFoundException(
                $"The CPU does not know steps of type {plan.GetType().Name}."),
        };
    }

    // The one place where the default device is set: the assembly has a processor wherever it is loaded.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Register()
    {
        Default = Instance;
        RecordedEvaluation.Install();
    }
#pragma warning restore CA2255

    private static ReferenceCallKernel Fallback(CallPlan plan)
    {
        if (DebugLog.Level >= DebugLog.Devices && s_toldFallbacks.TryAdd(plan.Op.GetType(), true))
        {
            DebugLog.Write($"cpu has no kernel for {plan.Op.Name}; it runs by its definition, slowly.");
        }

        return new ReferenceCallKernel(plan);
    }
}
