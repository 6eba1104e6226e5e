namespace Nabla.Backends.Cpu.Threads;

/// <summary>Where workers sleep.</summary>
/// <remarks>
/// A worker counts itself as a sleeper first and looks for work second; who has work publishes it first and looks at
/// the count second. Both steps have a full fence between them, so no wake-up is lost. Whoever takes a sleeper off the
/// count owes it a release, so the semaphore never collects permits.
/// </remarks>
#pragma warning disable CA1001 // A slim semaphore whose handle nobody asks for holds nothing that needs disposing.
internal sealed class SleeperGate
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _semaphore = new(0);
    private int _sleeping;

    /// <summary>Counts the calling thread as a sleeper, with a full fence.</summary>
    public void Announce()
    {
        Interlocked.Increment(ref _sleeping);
    }

    /// <summary>Sleeps until someone takes the calling thread off the count.</summary>
    public void Wait()
    {
        _semaphore.Wait();
    }

    /// <summary>
    /// Takes one sleeper off the count, if there is one: the caller itself, or one that it will release.
    /// </summary>
    public bool TryTake()
    {
        while (true)
        {
            int sleeping = Volatile.Read(ref _sleeping);
            if (sleeping == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _sleeping, sleeping - 1, sleeping) == sleeping)
            {
                return true;
            }
        }
    }

    /// <summary>
    /// Wakes one sleeper, if there is one. What it is woken for must be published before, with a full fence.
    /// </summary>
    public void WakeOne()
    {
        if (Volatile.Read(ref _sleeping) > 0 && TryTake())
        {
            _semaphore.Release();
        }
    }

    /// <summary>Wakes all sleepers.</summary>
    public void WakeAll()
    {
        Interlocked.MemoryBarrier();
        while (TryTake())
        {
            _semaphore.Release();
        }
    }
}
