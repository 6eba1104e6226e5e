namespace Nabla;

/// <summary>A block of device memory that holds the elements of one evaluated tensor, contiguous.</summary>
/// <param name="device">Where the memory is.</param>
/// <param name="byteCount">How many bytes the elements take.</param>
public abstract class Storage(Device device, long byteCount)
{
    /// <summary>Where the memory is.</summary>
    public Device Device { get; } = device;

    /// <summary>How many bytes the elements take.</summary>
    public long ByteCount { get; } = byteCount;

    /// <summary>
    /// The address of the first element, in the device's address space; valid while this object is reachable.
    /// </summary>
    public abstract nint Address { get; }

    /// <summary>Copies bytes to the host.</summary>
    public abstract void CopyTo(Span<byte> destination);

    /// <summary>Copies bytes from the host.</summary>
    public abstract void CopyFrom(ReadOnlySpan<byte> source);
}
