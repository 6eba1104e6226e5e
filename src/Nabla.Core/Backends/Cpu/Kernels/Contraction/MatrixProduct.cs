using System.Numerics;
using Nabla.Backends.Cpu.Threads;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// A batch of matrix products C[m, n] = Σₖ A[m, k] · B[k, n], planned once for its shape and run any number of times.
/// </summary>
/// <remarks>
/// <para>
/// A and B may lie in any strides, so transposes are free and batches broadcast; C is contiguous, [batch, m, n].
/// Results are the same bits for any number of threads and any vector width. An instance never changes and may run on
/// several threads at once, each with a workspace of its own.
/// </para>
/// <para>
/// The order of the sums: the depth is cut into blocks of at most 384, or 128 where A is transposed; within one, an
/// element of C is a chain of fused multiply-adds; the blocks' sums are added in order. Where the outputs are few
/// against the depth, groups of blocks are summed apart and added in a tree, by shape. Products with one row or
/// column sum several interleaved chains (<see cref="RowKernel{T, TVector, TSimd}"/>, <see cref="DotKernel{T}"/>).
/// </para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe class MatrixProduct<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly MatrixProductPlan _plan;
    private readonly WorkerTeam _team;
    private readonly MultiplyChunks<T> _multiply;
    private readonly PackChunks<T>? _pack;
    private readonly CombineChunks<T>? _combine;
    private readonly MatrixProductMemory _memory;

    /// <summary>Plans a product.</summary>
    /// <param name="shape">Extents and strides.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="epilogue">What is done to each finished block; without one the product goes to C.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float32 nor float64.</exception>
    public MatrixProduct(MatrixProductShape shape, WorkerTeam team, BlockEpilogue? epilogue = null)
        : this(shape, team, epilogue, new MatrixProductChoices())
    {
    }

    internal MatrixProduct(
        MatrixProductShape shape, WorkerTeam team, BlockEpilogue? epilogue, MatrixProductChoices choices)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(choices);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"Matrix products exist for float and double, not for {typeof(T).Name}.");
        }

        KernelSet<T> kernels = choices.VectorBits is { } bits ? KernelSet<T>.For(bits) : KernelSet<T>.Best;
        _team = team;
        _plan = new MatrixProductPlan(shape, sizeof(T), epilogue is not null, choices);
        _memory = new MatrixProductMemory(_plan, sizeof(T), team.Size, epilogue is not null);
        _multiply = new MultiplyChunks<T>(_plan, _memory, kernels, epilogue);
        _pack = _plan.SharesPackedRight ? new PackChunks<T>(_plan) : null;
        _combine = _plan.Groups > 1
            ? new CombineChunks<T>(
                _plan.M * _plan.Batch.Count, _plan.N, _plan.Groups, _plan.IsColumn, epilogue)
            : null;
    }

    /// <summary>The size of the workspace that every run needs; it may be zero.</summary>
    public long WorkspaceBytes => _memory.Total;

    /// <summary>The form in which runs expect a B that never changes; null where they read it as it lies.</summary>
    internal PreparedForm? RightForm => _plan.IsRightPrepared
        ? new PreparedForm("panels", _memory.PackedBytes, [Packing<T>.PanelBytes, _plan.K, _plan.N, _plan.DepthBlock])
        : null;

    internal MatrixProductPlan Plan => _plan;

    /// <summary>Brings B into that form.</summary>
    internal void PrepareRight(T* b, byte* prepared)
    {
        RunFrame frame = default;
        frame.B = (byte*)b;
        frame.PackedRight = prepared;
        _team.Run(_pack!, (nint*)&frame, _pack!.Chunks, _plan.Wakes);
    }

    /// <summary>Computes the products. Allocates nothing on the managed heap.</summary>
    /// <param name="slots">Passed through to the epilogue.</param>
    /// <param name="a">The first element of A.</param>
    /// <param name="b">The first element of B, or of what it was packed into before.</param>
    /// <param name="c">
    /// C, [batch, m, n]. May be null when there is an epilogue; otherwise it too receives the product.
    /// </param>
    /// <param name="workspace">
    /// <see cref="WorkspaceBytes"/> bytes, aligned to 64, that no other run uses meanwhile.
    /// </param>
    public void Run(nint* slots, T* a, T* b, T* c, byte* workspace)
    {
        if (_plan.IsEmpty)
        {
            return;
        }

        RunFrame frame;
        frame.Slots = slots;
        frame.A = (byte*)(_plan.IsColumn ? b : a);
        frame.B = (byte*)(_plan.IsColumn ? a : b);
        frame.C = (byte*)c;
        frame.PackedRight = _plan.IsRightPrepared ? frame.B : workspace;
        frame.Partial = workspace + _memory.Partial;
        frame.Scratch = workspace + _memory.Scratch;
        if (_plan.Chunks == 1)
        {
            _multiply.Run((nint*)&frame, 0, 0);
            return;
        }

        if (_pack is not null && !_plan.IsRightPrepared)
        {
            _team.Run(_pack, (nint*)&frame, _pack.Chunks, _plan.Wakes);
        }

        _team.Run(_multiply, (nint*)&frame, _plan.Chunks, _plan.Wakes);
        if (_combine is not null)
        {
            _team.Run(_combine, (nint*)&frame, _combine.Chunks, _plan.Wakes);
        }
    }
}
