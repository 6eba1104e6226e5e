using System.Runtime.InteropServices;

namespace Nabla.Backends.Cpu.Threads;

/// <summary>
/// What is left to claim of the run in progress: its generation and the number of its unclaimed chunks, in one word.
/// </summary>
/// <remarks>
/// Claiming replaces the whole word, so a thread that was delayed between reading and claiming can neither touch a run
/// that has ended (nothing is left) nor one that began since (another generation; 32 bits of it come round after an
/// hour of nothing but runs). The words lie on cache lines of their own: workers watch the one while others write the
/// other.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct RunTicket
{
    [FieldOffset(128)]
    private long _word;

    [FieldOffset(256)]
    private int _finished;

    /// <summary>Whether a chunk is unclaimed.</summary>
    public readonly bool IsOpen => (int)Volatile.Read(in _word) != 0;

    /// <summary>The number of chunks that others than the caller have finished or abandoned.</summary>
    public readonly int Finished => Volatile.Read(in _finished);

    /// <summary>Opens a run. A full fence: what the caller wrote before is seen by whoever claims a chunk.</summary>
    public void Open(int chunks)
    {
        _finished = 0;
        Interlocked.Exchange(ref _word, (((_word >> 32) + 1) << 32) | (uint)chunks);
    }

    /// <summary>
    /// Reads the word, to be handed to <see cref="TryClaim"/> once what belongs to the run has been read.
    /// </summary>
    /// <returns>Whether a chunk is unclaimed.</returns>
    public readonly bool TryRead(out long word, out int unclaimed)
    {
        word = Volatile.Read(in _word);
        unclaimed = (int)word;
        return unclaimed != 0;
    }

    /// <summary>Claims a chunk, unless anything happened since the word was read.</summary>
    public bool TryClaim(long word)
    {
        return Interlocked.CompareExchange(ref _word, word - 1, word) == word;
    }

    /// <summary>
    /// Claims all that is left. Only for a thread with a claimed chunk not yet counted: the run cannot end meanwhile.
    /// </summary>
    /// <returns>The number of chunks abandoned.</returns>
    public int Abandon()
    {
        while (true)
        {
            long word = Volatile.Read(ref _word);
            if (Interlocked.CompareExchange(ref _word, word & ~0xFFFF_FFFFL, word) == word)
            {
                return (int)word;
            }
        }
    }

    /// <summary>Counts chunks that a worker has finished, with a full fence: the caller sees what they wrote.</summary>
    public void Finish(int chunks)
    {
        Interlocked.Add(ref _finished, chunks);
    }
}
