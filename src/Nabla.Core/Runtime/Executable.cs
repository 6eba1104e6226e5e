using System.Collections.Concurrent;
using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>
/// A program with its kernels: immutable, and run by as many executions at once as there are callers.
/// </summary>
internal sealed class Executable
{
    // Idle executions keep their arenas; more than a few would hoard memory after a burst of callers, and large ones do
    // not even need a burst.
    private const int PoolLimit = 4;
    private const long LargeArena = 256 << 10;

    // A queue: the thread-local lists of a bag would root every executable that ever ran.
    private readonly ConcurrentQueue<Execution> _idle = [];
    private readonly int _poolLimit;

    /// <summary>Makes the kernels of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="backend">Where it runs.</param>
    /// <param name="isFrozen">
    /// Whether kernels may keep its constants in forms of their own, in place of the constants.
    /// </param>
    public Executable(Program program, Backend backend, bool isFrozen = false)
    {
        Backend = backend;
        WorkspaceSlot = program.Slots.Count;
        Constants = [.. program.Constants.Select(Materialize)];
        FrozenConstants? frozen = isFrozen ? new FrozenConstants(program, backend, Constants) : null;
        Kernels = [.. program.Steps.Select(
            step => backend.CreateKernel(new KernelRequest(step, WorkspaceSlot, frozen)))];
        WorkspaceBytes = Kernels.Length == 0 ? 0 : Kernels.Max(kernel => kernel.WorkspaceBytes);
        Program = frozen is null ? program : LetGo(program, frozen);
        ConstantBytes = Constants.Sum(constant => constant?.ByteCount ?? 0) + (frozen?.FormBytes ?? 0);
        _poolLimit = isFrozen ? Math.Max(PoolLimit, Environment.ProcessorCount) : PoolLimit;
    }

    public Program Program { get; }

    public Backend Backend { get; }

    public Kernel[] Kernels { get; }

    /// <summary>The constants that kernels read as they lie; null for those that all have in another form.</summary>
    public Storage?[] Constants { get; }

    /// <summary>Bytes of constants, in whatever form, that all executions share.</summary>
    public long ConstantBytes { get; }

    public int WorkspaceSlot { get; }

    public long WorkspaceBytes { get; }

    /// <summary>Bytes of scratch and intermediate memory that one run needs.</summary>
    public long PeakBytes => Program.ArenaBytes + WorkspaceBytes;

    public Execution Rent() => _idle.TryDequeue(out Execution? execution) ? execution : new Execution(this);

    /// <summary>Takes an execution back after its run.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="keepsLarge">
    /// Whether a large arena may stay with it: not where programs are many, as untraced ones are.
    /// </param>
    public void Return(Execution execution, bool keepsLarge = true)
    {
        execution.Unbind();
        if (PeakBytes > LargeArena && !keepsLarge)
        {
            execution.Release();
        }
        else if (_idle.Count < _poolLimit)
        {
            _idle.Enqueue(execution);
        }
    }

    private Program LetGo(Program program, FrozenConstants frozen)
    {
        ProgramConstant[] kept = [.. program.Constants];
        for (int i = 0; i < kept.Length; i++)
        {
            if (!frozen.IsRead(i))
            {
                Constants[i] = null;
                kept[i] = kept[i] with { Storage = null };
            }
        }

        return program with { Constants = kept };
    }

    private Storage Materialize(ProgramConstant constant) =>
        constant.Storage ?? ScalarStorage.Create(Backend, constant.Spec.DType, constant.Value);
}
