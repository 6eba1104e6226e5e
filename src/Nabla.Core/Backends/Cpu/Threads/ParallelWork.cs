namespace Nabla.Backends.Cpu.Threads;

/// <summary>Work cut into chunks that may run in any order and on any thread.</summary>
/// <remarks>
/// An instance holds what is fixed when a program is compiled; everything that changes from run to run travels in the
/// unmanaged table handed to <see cref="WorkerTeam.Run"/>. One instance may therefore run on several threads at once.
/// </remarks>
public abstract unsafe class ParallelWork
{
    /// <summary>Runs one chunk.</summary>
    /// <param name="slots">The table that the caller handed to <see cref="WorkerTeam.Run"/>.</param>
    /// <param name="chunk">The chunk, from 0 to the number of chunks less one.</param>
    /// <param name="worker">
    /// The thread's number within this run, from 0 to <see cref="WorkerTeam.Size"/> less one: an index for scratch
    /// memory. What a chunk writes elsewhere must not depend on it.
    /// </param>
    public abstract void Run(nint* slots, int chunk, int worker);
}
