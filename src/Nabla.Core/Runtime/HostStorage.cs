namespace Nabla.Runtime;

/// <summary>Host memory, 64-byte aligned; it goes back to the pool when nobody can reach it any more.</summary>
public sealed unsafe class HostStorage : Storage
{
    private readonly HostBlock _block;

    /// <summary>Takes memory from the pool; its contents are undefined.</summary>
    /// <exception cref="OutOfMemoryException">The machine has not enough memory.</exception>
    public HostStorage(Device device, long byteCount) : base(device, byteCount) => _block = HostMemory.Rent(byteCount);

    /// <summary>Returns the memory to the pool.</summary>
    ~HostStorage() => HostMemory.Return(_block);

    /// <summary>Returns the memory at once; for an owner that knows that nobody else reads it.</summary>
    internal void Release()
    {
#pragma warning disable CA1816 // Not a Dispose of the user's: there is nothing to dispose in Nabla.
        GC.SuppressFinalize(this);
#pragma warning restore CA1816
        HostMemory.Return(_block);
    }

    /// <inheritdoc/>
    public override nint Address => (nint)_block.Pointer;

    /// <inheritdoc/>
    public override void CopyTo(Span<byte> destination) => CopyTo<byte>(destination[..checked((int)ByteCount)]);

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<byte> source) => CopyFrom<byte>(source);

    /// <summary>Fills a span with the first elements; their bytes may be more than a span of bytes has.</summary>
    internal void CopyTo<T>(Span<T> destination) where T : unmanaged
    {
        new ReadOnlySpan<T>(_block.Pointer, destination.Length).CopyTo(destination);
        GC.KeepAlive(this);
    }

    /// <summary>Takes elements from a span, as many as fit; their bytes may be more than a span of bytes has.</summary>
    internal void CopyFrom<T>(ReadOnlySpan<T> source) where T : unmanaged
    {
        source.CopyTo(new Span<T>(_block.Pointer, checked((int)(ByteCount / sizeof(T)))));
        GC.KeepAlive(this);
    }

    /// <summary>Lets a function fill the first elements, which it finds zero.</summary>
    internal void Fill<T>(Action<Span<T>> fill, int count) where T : unmanaged
    {
        var elements = new Span<T>(_block.Pointer, count);
        elements.Clear();
        fill(elements);
        GC.KeepAlive(this);
    }

    /// <summary>Copies one block of host memory to another of at least its size.</summary>
    public static void Copy(Storage source, Storage destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        Buffer.MemoryCopy((void*)source.Address, (void*)destination.Address, destination.ByteCount, source.ByteCount);
        GC.KeepAlive(source);
        GC.KeepAlive(destination);
    }
}
