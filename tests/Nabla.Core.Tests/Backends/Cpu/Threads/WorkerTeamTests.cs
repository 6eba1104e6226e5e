using System.Diagnostics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Tests.Backends.Cpu.Threads;

public sealed unsafe class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_chunk_runs_exactly_once(int size)
    {
        using var team = new WorkerTeam(size);
        foreach (int chunks in new[] { -1, 0, 1, 2, 3, 16, 1000 })
        {
            for (int round = 0; round < 50; round++)
            {
                AssertRunsOnce(team, chunks);
            }
        }
    }

    [Fact]
    public void Many_callers_lose_and_repeat_nothing()
    {
        using var team = new WorkerTeam(4);
        Exception? failure = null;
        var callers = new Thread[6];
        for (int i = 0; i < callers.Length; i++)
        {
            int seed = i;
            callers[i] = new Thread(() =>
            {
                try
                {
                    for (int round = 0; round < 3000; round++)
                    {
                        AssertRunsOnce(team, 1 + ((round * 7) + seed) % 23);
                    }
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            });
            callers[i].Start();
        }

        foreach (Thread caller in callers)
        {
            caller.Join();
        }

        Assert.Null(failure);
    }

    [Fact]
    public void Threads_change_between_runs_of_other_callers()
    {
        using var team = new WorkerTeam(5);
        bool stop = false;
        Exception? failure = null;
        var caller = new Thread(() =>
        {
            try
            {
                while (!Volatile.Read(ref stop))
                {
                    AssertRunsOnce(team, 17);
                }
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        caller.Start();
        for (int round = 0; round < 200; round++)
        {
            team.Threads = 1 + (round % 5);
            AssertRunsOnce(team, 9);
        }

        Volatile.Write(ref stop, true);
        caller.Join();
        Assert.Null(failure);
    }

    [Fact]
    public void Worker_numbers_are_distinct_at_any_moment()
    {
        using var team = new WorkerTeam(4);
        var work = new ExclusiveWorkers(team.Size);
        for (int round = 0; round < 200; round++)
        {
            team.Run(work, null, 64);
        }

        Assert.False(work.Collided);
    }

    [Fact]
    public void A_chunk_may_run_the_team_again()
    {
        using var team = new WorkerTeam(3);
        var inner = new CountingWork();
        int[] counts = new int[8];
        var outer = new ActionWork(_ =>
        {
            fixed (int* table = counts)
            {
                team.Run(inner, (nint*)table, counts.Length);
            }
        });
        team.Run(outer, null, 10);
        Assert.All(counts, count => Assert.Equal(10, count));
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_team_works_on()
    {
        using var team = new WorkerTeam(3);
        var work = new ActionWork(static chunk =>
        {
            if (chunk % 5 == 3)
            {
                throw new InvalidOperationException("chunk");
            }
        });
        for (int round = 0; round < 300; round++)
        {
            Assert.Equal("chunk", Assert.Throws<InvalidOperationException>(() => team.Run(work, null, 40)).Message);
            AssertRunsOnce(team, 40);
        }
    }

    [Fact]
    public void After_an_exception_the_rest_is_abandoned()
    {
        using var team = new WorkerTeam(2);
        int ran = 0;
        var work = new ActionWork(_ =>
        {
            Interlocked.Increment(ref ran);
            throw new InvalidOperationException();
        });
        Assert.Throws<InvalidOperationException>(() => team.Run(work, null, 100_000));
        Assert.InRange(ran, 1, 100);
    }

    [Fact]
    public void Threads_cannot_change_within_a_chunk()
    {
        using var team = new WorkerTeam(2);
        var work = new ActionWork(_ => team.Threads = 1);
        Assert.Throws<InvalidOperationException>(() => team.Run(work, null, 4));
    }

    [Fact]
    public void Threads_and_size_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0));
        using var team = new WorkerTeam(2);
        Assert.Equal(2, team.Size);
        Assert.Throws<ArgumentOutOfRangeException>(() => team.Threads = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => team.Threads = 3);
        Assert.InRange(WorkerTeam.Shared.Threads, 1, WorkerTeam.Shared.Size);
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using var team = new WorkerTeam(2);
        var work = new CountingWork();
        int* table = stackalloc int[32];
        for (int round = 0; round < 100; round++)
        {
            team.Run(work, (nint*)table, 32);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 1000; round++)
        {
            team.Run(work, (nint*)table, 32);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // The caller must not wait for a sleeping worker: what it does alone takes 1 ms,
    // and waking one may take twice that.
    [Fact]
    public void The_first_run_after_an_idle_second_is_not_late()
    {
        using var team = new WorkerTeam(2);
        using var alone = new WorkerTeam(1);
        var work = new ActionWork(static _ => Spin(TimeSpan.FromMicroseconds(100)));
        team.Run(work, null, 10);
        double best = double.MaxValue;
        for (int round = 0; round < 4; round++)
        {
            Thread.Sleep(round == 0 ? 1000 : 300);
            double single = Measure(alone, work);
            double shared = Measure(team, work);
            best = Math.Min(best, shared - single);
        }

        Assert.True(best < 100, $"The first run came {best:F0} µs later than a single thread would have.");

        static double Measure(WorkerTeam team, ParallelWork work)
        {
            long started = Stopwatch.GetTimestamp();
            team.Run(work, null, 10);
            return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }
    }

    [Fact]
    public void Sleeping_workers_come_back()
    {
        using var team = new WorkerTeam(3);
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(20);
            int others = 0;
            var work = new WorkerRecorder(() => Interlocked.Increment(ref others));
            long started = Stopwatch.GetTimestamp();
            while (Volatile.Read(ref others) == 0 && Stopwatch.GetElapsedTime(started).TotalSeconds < 10)
            {
                team.Run(work, null, 50);
            }

            Assert.NotEqual(0, others);
        }
    }

    private static void AssertRunsOnce(WorkerTeam team, int chunks)
    {
        int* table = stackalloc int[Math.Max(chunks, 1)];
        Unsafe.InitBlock(table, 0, (uint)(Math.Max(chunks, 1) * sizeof(int)));
        team.Run(new CountingWork(), (nint*)table, chunks);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Assert.Equal(1, table[chunk]);
        }
    }

    private static void Spin(TimeSpan time)
    {
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            Thread.SpinWait(4);
        }
    }

    private sealed class CountingWork : ParallelWork
    {
        public override void Run(nint* slots, int chunk, int worker)
        {
            Interlocked.Increment(ref ((int*)slots)[chunk]);
        }
    }

    private sealed class ActionWork(Action<int> action) : ParallelWork
    {
        public override void Run(nint* slots, int chunk, int worker)
        {
            action(chunk);
        }
    }

    private sealed class WorkerRecorder(Action other) : ParallelWork
    {
        public override void Run(nint* slots, int chunk, int worker)
        {
            Spin(TimeSpan.FromMicroseconds(20));
            if (worker != 0)
            {
                other();
            }
        }
    }

    private sealed class ExclusiveWorkers(int size) : ParallelWork
    {
        private readonly int[] _inside = new int[size];

        public bool Collided { get; private set; }

        public override void Run(nint* slots, int chunk, int worker)
        {
            if (Interlocked.Increment(ref _inside[worker]) != 1)
            {
                Collided = true;
            }

            Spin(TimeSpan.FromMicroseconds(2));
            Interlocked.Decrement(ref _inside[worker]);
        }
    }
}
