using System.Runtime.InteropServices;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Benchmarks.Comparative;

/// <summary>
/// The C library's memory copy, cut evenly among the threads of the team: the bandwidth of this machine.
/// </summary>
internal sealed unsafe class MemoryCopy : ParallelWork, IDisposable
{
    private const int Alignment = 64;

    private readonly long _bytes;
    private readonly byte* _source;
    private readonly byte* _destination;
    private int _parts;

    /// <summary>Takes two buffers and touches every page of them.</summary>
    /// <param name="bytes">The size of each.</param>
    public MemoryCopy(long bytes)
    {
        _bytes = bytes;
        _source = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        _destination = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        NativeMemory.Fill(_source, (nuint)bytes, 1);
        NativeMemory.Fill(_destination, (nuint)bytes, 2);
    }

    /// <summary>Copies once on all threads in use.</summary>
    public void Run()
    {
        _parts = WorkerTeam.Shared.Threads;
        WorkerTeam.Shared.Run(this, null, _parts);
    }

    /// <inheritdoc/>
    public override void Run(nint* slots, int chunk, int worker)
    {
        long length = _bytes / _parts / Alignment * Alignment;
        long offset = chunk * length;
        long count = chunk == _parts - 1 ? _bytes - offset : length;
        NativeMemory.Copy(_source + offset, _destination + offset, (nuint)count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_source);
        NativeMemory.AlignedFree(_destination);
    }
}
