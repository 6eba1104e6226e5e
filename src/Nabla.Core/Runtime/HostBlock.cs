namespace Nabla.Runtime;

/// <summary>A block of native memory.</summary>
/// <param name="pointer">Its first byte, 64-byte aligned.</param>
/// <param name="size">Its size in bytes, a size class of the pool.</param>
internal readonly unsafe struct HostBlock(byte* pointer, long size)
{
    public byte* Pointer { get; } = pointer;

    public long Size { get; } = size;
}
