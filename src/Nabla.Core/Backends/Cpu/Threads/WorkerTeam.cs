using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Nabla.Backends.Cpu.Threads;

/// <summary>A team of threads that shares the chunks of one <see cref="ParallelWork"/> at a time.</summary>
/// <remarks>
/// <para>
/// The caller is a member of the team and never waits for a thread that has claimed nothing: if the others sleep, are
/// late or are busy elsewhere, it simply runs every chunk itself. A second caller, and a run started from within a
/// chunk, run alone. Chunks are the same in all cases, so the numbers are too.
/// </para>
/// <para>
/// After a run the workers watch for the next one for <see cref="SpinMicroseconds"/> and then sleep. A watching worker
/// joins within some 0.1 µs, a sleeping one within 50 to 2,000 µs, so the time is chosen to outlast the serial
/// stretches of a training loop, and to be no burden when the process turns to something else.
/// </para>
/// </remarks>
public sealed unsafe class WorkerTeam : IDisposable
{
    /// <summary>The environment variable with the number of threads of <see cref="Shared"/>.</summary>
    public const string ThreadsVariable = "NABLA_THREADS";

    internal const int SpinMicroseconds = 1000;

    // Waking costs the caller 6 to 16 µs: some 0.2 µs a run when nothing comes of it.
    private const int RunsPerWake = 64;

    private const int LargestTeam = 1024;
    private const int PausesPerClockReading = 32;

    private readonly Worker?[] _workers;
    private readonly SleeperGate _sleepers = new();
    private readonly long _spinTicks;

    private RunTicket _ticket;

    // Written by the caller that owns the team, before it publishes a ticket. A worker may read them torn or stale, but
    // then its attempt to claim a chunk fails, because the ticket has changed too.
    private ParallelWork? _work;
    private nint* _slots;
    private int _chunks;
    private int _threads;

    private uint _quietRuns;
    private int _owner;
    private int _started = 1;
    private ExceptionDispatchInfo? _failure;

    /// <summary>
    /// Creates a team of at most <paramref name="size"/> threads, the caller included; none starts before it is needed.
    /// </summary>
    /// <param name="size">The number of threads, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not within 1 and 1024.</exception>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestTeam);
        Size = size;
        _threads = size;
        _workers = new Worker?[size];
        _spinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;
    }

    /// <summary>The team that all programs share unless they are given another.</summary>
    /// <remarks>
    /// It uses as many threads as the environment variable <c>NABLA_THREADS</c> says, or else one for each processor.
    /// <see cref="Threads"/> can raise that up to the number of processors later.
    /// </remarks>
    public static WorkerTeam Shared { get; } = CreateShared();

    /// <summary>
    /// The largest number of threads that a run can use; fixed, so that scratch memory can be planned by it.
    /// </summary>
    public int Size { get; }

    /// <summary>The number of threads in use, from 1 to <see cref="Size"/>. Results never depend on it.</summary>
    /// <remarks>
    /// Setting it waits until the run in progress has ended, and for threads no longer wanted to end.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 1 and <see cref="Size"/>.</exception>
    /// <exception cref="InvalidOperationException">It is set from within a chunk.</exception>
    public int Threads
    {
        get => Volatile.Read(ref _threads);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Size);
            TakeOwnershipForChange();
            try
            {
                Volatile.Write(ref _threads, value);
                EndWorkersFrom(value);
            }
            finally
            {
                Volatile.Write(ref _owner, 0);
            }
        }
    }

    /// <summary>
    /// Runs every chunk of <paramref name="work"/> exactly once and returns when all have ended. Allocates nothing.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="slots">Passed through to the chunks.</param>
    /// <param name="chunks">The number of chunks; nothing happens when it is not positive.</param>
    /// <param name="wakes">
    /// Whether sleeping workers are woken at once. Work of less than some 20 µs is better off without: workers that are
    /// awake take their share of it in any case, and one in <see cref="RunsPerWake"/> such runs wakes them, so that a
    /// steady stream of small runs gets help while a single one costs no system call.
    /// </param>
    /// <exception cref="Exception">
    /// The first exception of a chunk, thrown on again here after the chunks in progress have ended;
    /// the rest never start.
    /// </exception>
    public void Run(ParallelWork work, nint* slots, int chunks, bool wakes = true)
    {
        if (chunks <= 1 || _threads == 1 || !TryTakeOwnership())
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                work.Run(slots, chunk, 0);
            }

            return;
        }

        try
        {
            RunShared(work, slots, chunks, wakes);
        }
        finally
        {
            _work = null;
            Volatile.Write(ref _owner, 0);
        }
    }

    /// <summary>
    /// Wakes sleeping workers, so that they are awake by the time that work comes. Does not wait for them.
    /// </summary>
    public void Wake()
    {
        if (_threads > 1 && TryTakeOwnership())
        {
            try
            {
                StartWorkers();
            }
            finally
            {
                Volatile.Write(ref _owner, 0);
            }
        }

        _sleepers.WakeOne();
    }

    /// <summary>Ends the team's threads. What runs afterwards runs on its caller's thread.</summary>
    public void Dispose()
    {
        Threads = 1;
    }

    private static WorkerTeam CreateShared()
    {
        int processors = Math.Clamp(Environment.ProcessorCount, 1, LargestTeam);
        string? text = Environment.GetEnvironmentVariable(ThreadsVariable);
        bool valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)
            && wanted is >= 1 and <= LargestTeam;
        return new WorkerTeam(valid ? Math.Max(wanted, processors) : processors)
        {
            _threads = valid ? wanted : processors,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeOwnership()
    {
        return Volatile.Read(ref _owner) == 0
            && Interlocked.CompareExchange(ref _owner, Environment.CurrentManagedThreadId, 0) == 0;
    }

    private void RunShared(ParallelWork work, nint* slots, int chunks, bool wakes)
    {
        if (_started < _threads)
        {
            StartWorkers();
        }

        _work = work;
        _slots = slots;
        _chunks = chunks;

        // The ticket is opened before the look at the sleepers, who count themselves first
        // and look at the ticket second.
        _ticket.Open(chunks);
        if (wakes || ++_quietRuns % RunsPerWake == 0)
        {
            _sleepers.WakeOne();
        }

        int finished = RunChunks(0);
        WaitFor(chunks - finished);

        if (_failure is { } failure)
        {
            _failure = null;
            failure.Throw();
        }
    }

    private int RunChunks(int worker)
    {
        int finished = 0;
        while (_ticket.TryRead(out long ticket, out int unclaimed))
        {
            ParallelWork? work = _work;
            nint* slots = _slots;
            int chunk = _chunks - unclaimed;
            if (!_ticket.TryClaim(ticket))
            {
                continue;
            }

            finished++;
            try
            {
                work!.Run(slots, chunk, worker);
            }
#pragma warning disable CA1031 // Whatever a chunk throws belongs to the caller of Run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
                finished += _ticket.Abandon();
            }
        }

        return finished;
    }

    private void WaitFor(int finishedByOthers)
    {
        if (_ticket.Finished == finishedByOthers)
        {
            return;
        }

        // All chunks are claimed; what is missing runs right now. Giving the processor away matters only when there are
        // fewer processors than threads.
        long started = Stopwatch.GetTimestamp();
        while (_ticket.Finished != finishedByOthers)
        {
            Thread.SpinWait(1);
            if (Stopwatch.GetTimestamp() - started > _spinTicks)
            {
                Thread.Yield();
            }
        }
    }

    private void Work(Worker self)
    {
        while (true)
        {
            if (_ticket.IsOpen)
            {
                int finished = RunChunks(self.Index);
                if (finished != 0)
                {
                    _ticket.Finish(finished);
                }
            }

            if (self.Ends)
            {
                return;
            }

            if (!WatchForTicket(self))
            {
                Sleep(self);
            }
        }
    }

    private bool WatchForTicket(Worker self)
    {
        long started = Stopwatch.GetTimestamp();
        do
        {
            for (int i = 0; i < PausesPerClockReading; i++)
            {
                if (_ticket.IsOpen || self.Ends)
                {
                    return true;
                }

                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() - started < _spinTicks);

        return false;
    }

    private void Sleep(Worker self)
    {
        _sleepers.Announce();
        if ((_ticket.IsOpen || self.Ends) && _sleepers.TryTake())
        {
            return;
        }

        // Each that wakes wakes two more, so that even a large team costs its caller one system call.
        _sleepers.Wait();
        _sleepers.WakeOne();
        _sleepers.WakeOne();
    }

    private void StartWorkers()
    {
        for (int index = 1; index < _threads; index++)
        {
            if (_workers[index] is null)
            {
                var worker = new Worker(index);
                worker.Thread = new Thread(() => Work(worker))
                {
                    IsBackground = true,
                    Name = string.Create(CultureInfo.InvariantCulture, $"Nabla worker {index}"),
                };
                worker.Thread.UnsafeStart();
                _workers[index] = worker;
            }
        }

        _started = _threads;
    }

    private void TakeOwnershipForChange()
    {
        int self = Environment.CurrentManagedThreadId;
        if (Volatile.Read(ref _owner) == self || Array.Exists(_workers, w => w?.Thread == Thread.CurrentThread))
        {
            throw new InvalidOperationException(
                "The number of threads cannot change from within parallel work; change it between runs.");
        }

        var spinner = default(SpinWait);
        while (Interlocked.CompareExchange(ref _owner, self, 0) != 0)
        {
            spinner.SpinOnce();
        }
    }

    private void EndWorkersFrom(int first)
    {
        for (int index = first; index < Size; index++)
        {
            _workers[index]?.End();
        }

        _sleepers.WakeAll();

        for (int index = first; index < Size; index++)
        {
            _workers[index]?.Thread!.Join();
            _workers[index] = null;
        }

        _started = Math.Min(_started, first);
    }
}
