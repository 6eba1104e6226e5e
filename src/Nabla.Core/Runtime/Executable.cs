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

    public Executable(Program program, Backend backend)
    {
        Program = program;
        Backend = backend;
        WorkspaceSlot = program.Slots.Count;
        Kernels = [.. program.Steps.Select(step => backend.CreateKernel(new KernelRequest(step, WorkspaceSlot)))];
        WorkspaceBytes = Kernels.Length == 0 ? 0 : Kernels.Max(kernel => kernel.WorkspaceBytes);
        Constants = [.. program.Constants.Select(Materialize)];
    }

    public Program Program { get; }

    public Backend Backend { get; }

    public Kernel[] Kernels { get; }

    public Storage[] Constants { get; }

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
        else if (_idle.Count < PoolLimit)
        {
            _idle.Enqueue(execution);
        }
    }

    private Storage Materialize(ProgramConstant constant) =>
        constant.Storage ?? ScalarStorage.Create(Backend, constant.Spec.DType, constant.Value);
}
