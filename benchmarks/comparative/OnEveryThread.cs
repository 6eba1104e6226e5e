using System.Diagnostics;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Benchmarks.Comparative;

/// <summary>Runs the same work on every thread of Nabla's own team at the same time.</summary>
/// <remarks>
/// The threads that run the kernels are the ones whose peak is wanted: threads of our own would share the cores with
/// the team's, which watch for work for a while after each run.
/// </remarks>
/// <param name="work">From the number of the thread's share to a result.</param>
internal sealed unsafe class OnEveryThread(Func<int, double> work) : ParallelWork
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private double[] _results = [];
    private int _arrived;

    /// <summary>Runs the work once on each thread in use.</summary>
    /// <returns>The sum of the results.</returns>
    /// <exception cref="TimeoutException">
    /// A thread of the team was not to be had: another program occupies the team.
    /// </exception>
    public double Run()
    {
        int threads = WorkerTeam.Shared.Threads;
        _results = new double[threads];
        _arrived = 0;
        WorkerTeam.Shared.Run(this, null, threads);
        return _results.Sum();
    }

    /// <inheritdoc/>
    public override void Run(nint* slots, int chunk, int worker)
    {
        // Each share is claimed once, so whoever waits here for the others holds its thread, and they find another.
        Interlocked.Increment(ref _arrived);
        long started = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _arrived) < _results.Length)
        {
            if (Stopwatch.GetElapsedTime(started) > _patience)
            {
                throw new TimeoutException($"Only {_arrived} of {_results.Length} threads came together.");
            }

            Thread.SpinWait(1);
        }

        _results[chunk] = work(chunk);
    }
}
