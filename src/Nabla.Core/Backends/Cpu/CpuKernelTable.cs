using Nabla.Backends.Cpu.Kernels.Reduction;
using Nabla.Backends.Cpu.Programs;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <summary>Which kernel runs which operation: one line an operation, in a file a family.</summary>
internal sealed partial class CpuKernelTable
{
    private readonly Dictionary<Type, Reducer> _reducers = [];
    private readonly Dictionary<Type, Func<GeneratorOp, TileGenerator>> _generators = [];
    private readonly Dictionary<Type, ContractionEntry> _contractions = [];
    private readonly Dictionary<Type, Func<CallPlan, KernelContext, Kernel?>> _calls = [];
    private readonly Dictionary<Type, DType[]> _fused = [];

    private CpuKernelTable()
    {
        RegisterElementwise();
        RegisterReductions();
        RegisterContractions();
        RegisterGenerators();
        RegisterCalls();
        RegisterIndexing();
        RegisterFused();
        RegisterImages();
        RegisterNormalization();
        RegisterPooling();
    }

    /// <summary>The table.</summary>
    public static CpuKernelTable Instance { get; } = new();

    /// <summary>Elementwise operations, which become instructions of fused programs.</summary>
    public ElementwiseTable Elementwise { get; } = new();

    /// <summary>The reducer of an operation; null when it has none.</summary>
    public Reducer? ReducerFor(ReductionOp op) => _reducers.GetValueOrDefault(op.GetType());

    /// <summary>What makes the numbers of a generator.</summary>
    public TileGenerator GeneratorFor(GeneratorOp op) =>
        _generators.TryGetValue(op.GetType(), out Func<GeneratorOp, TileGenerator>? create)
            ? create(op)
            : new DefinedGenerator(op);

    /// <summary>Whether a fused operation has a kernel for elements of a type.</summary>
    public bool HasFused(FusedOp op, DType dtype) =>
        _fused.TryGetValue(op.GetType(), out DType[]? types) && types.Contains(dtype);

    /// <summary>The kernel of an operation that is called as a whole; null when it has none.</summary>
    public Kernel? CreateCall(CallPlan plan, KernelContext context) =>
        _calls.TryGetValue(plan.Op.GetType(), out Func<CallPlan, KernelContext, Kernel?>? create)
            ? create(plan, context)
            : null;

    /// <summary>Whether a contraction has a kernel; otherwise it runs by its definition and finishes nothing.</summary>
    public bool HasContraction(ContractionOp op) =>
        _contractions.TryGetValue(op.GetType(), out ContractionEntry? entry) && entry.Knows(op);

    /// <summary>The kernel of a contraction.</summary>
    public Kernel CreateContraction(ContractionPlan plan, KernelContext context) =>
        _contractions[plan.Op.GetType()].Create(plan, context);

    /// <summary>Registers the kernel of those contractions of a type that it knows.</summary>
    private void Contraction<TOp>(Func<ContractionPlan, KernelContext, Kernel> create, Func<TOp, bool> knows)
        where TOp : ContractionOp =>
        _contractions.Add(typeof(TOp), new ContractionEntry(create, op => knows((TOp)op)));

    private void Reduction<TOp, TReducer>()
        where TOp : ReductionOp
        where TReducer : IReducer =>
        _reducers.Add(typeof(TOp), new Reducer<TReducer>());

    private void Generator<TOp>(Func<TOp, TileGenerator> create)
        where TOp : GeneratorOp =>
        _generators.Add(typeof(TOp), op => create((TOp)op));

    private void Call<TOp>(Func<CallPlan, KernelContext, Kernel> create)
        where TOp : Op =>
        _calls.Add(typeof(TOp), create);

    internal void Call<TOp>(Func<CallPlan, Kernel> create)
        where TOp : Op =>
        Call<TOp>((plan, _) => create(plan));

    /// <summary>Registers the kernel of a fused operation for float32 and float64, or for the given types.</summary>
    internal void Fused<TOp>(Func<CallPlan, KernelContext, Kernel> create, params DType[] types)
        where TOp : FusedOp
    {
        _fused.Add(typeof(TOp), types.Length == 0 ? [DType.Float32, DType.Float64] : types);
        Call<TOp>(create);
    }

    /// <summary>Registers a kernel of a user's; that of a fused operation serves float32 and float64.</summary>
    internal void Own<TOp>(Func<CallPlan, Kernel> create)
        where TOp : Op
    {
        Call<TOp>(create);
        if (typeof(TOp).IsAssignableTo(typeof(FusedOp)))
        {
            _fused.Add(typeof(TOp), [DType.Float32, DType.Float64]);
        }
    }

    private sealed record ContractionEntry(
        Func<ContractionPlan, KernelContext, Kernel> Create, Func<ContractionOp, bool> Knows);
}
