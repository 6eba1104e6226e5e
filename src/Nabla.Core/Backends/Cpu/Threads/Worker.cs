namespace Nabla.Backends.Cpu.Threads;

/// <summary>One thread of a team besides its caller.</summary>
/// <param name="index">The thread's number, from 1.</param>
internal sealed class Worker(int index)
{
    private bool _ends;

    /// <summary>The thread's number, from 1.</summary>
    public int Index { get; } = index;

    /// <summary>The thread, once it is made.</summary>
    public Thread? Thread { get; set; }

    /// <summary>Whether the thread has been told to end.</summary>
    public bool Ends => Volatile.Read(ref _ends);

    /// <summary>Tells the thread to end; it may have to be woken to notice.</summary>
    public void End()
    {
        Volatile.Write(ref _ends, true);
    }
}
