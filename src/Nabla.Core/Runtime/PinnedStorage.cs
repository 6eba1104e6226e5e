using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabla.Runtime;

/// <summary>Host memory, 64-byte aligned, in an array that the collector does not move: spans keep it alive.</summary>
/// <remarks>For what users fill and read in place; a span over native memory would outlive its owner.</remarks>
internal sealed unsafe class PinnedStorage : Storage
{
    private const int Alignment = 64;
    private const int Margin = Alignment / sizeof(ulong);

    private readonly ulong[] _array;
    private readonly int _start;

    public PinnedStorage(Device device, long byteCount) : base(device, byteCount)
    {
        _array = GC.AllocateUninitializedArray<ulong>(
            checked((int)((byteCount + sizeof(ulong) - 1) / sizeof(ulong)) + Margin), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((Alignment - (address % Alignment)) % Alignment / sizeof(ulong));
    }

    /// <summary>The largest block.</summary>
    public static long MaxBytes => (long)(Array.MaxLength - Margin) * sizeof(ulong);

    /// <inheritdoc/>
    public override nint Address => Marshal.UnsafeAddrOfPinnedArrayElement(_array, _start);

    /// <summary>The memory as elements.</summary>
    public Span<T> Elements<T>(int count) where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<ulong, T>(ref _array[_start]), count);

    /// <inheritdoc/>
    public override void CopyTo(Span<byte> destination) => Elements<byte>(checked((int)ByteCount)).CopyTo(destination);

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<byte> source) =>
        source.CopyTo(Elements<byte>(checked((int)ByteCount)));
}
