using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Nabla.Runtime;

/// <summary>
/// The pool behind <see cref="HostStorage"/>: blocks by size class, bounded, known to the garbage collector.
/// </summary>
/// <remarks>
/// Size classes are powers of two and the halves between them, so that at most a third is wasted. The collector is told
/// of every block in use, so that a loop over large tensors collects them in time although their handles are small.
/// </remarks>
internal static unsafe class HostMemory
{
    private const int Alignment = 64;
    private const long SmallestClass = 64;
    private const long RetainedLimit = 512L << 20;
    private const long PressureFloor = 4096;
    private const long LargeBlock = 1L << 30;

    private static readonly Dictionary<long, Stack<nint>> s_free = [];
    private static readonly Lock s_lock = new();
    private static long s_retained;
    private static long s_inUse;

    /// <summary>Bytes handed out and not yet returned.</summary>
    public static long InUse => Interlocked.Read(ref s_inUse);

    public static HostBlock Rent(long byteCount)
    {
        // The system would promise it and end the process when it is written to.
        if (byteCount > LargeBlock && byteCount > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        {
            ThrowExhausted("A block of memory", byteCount, null);
        }

        long size = SizeClass(byteCount);
        byte* pointer = TryTake(size);
        if (pointer is null)
        {
            pointer = Allocate(size);
        }

        Interlocked.Add(ref s_inUse, size);
        if (size >= PressureFloor)
        {
            GC.AddMemoryPressure(size);
        }

        return new HostBlock(pointer, size);
    }

#pragma warning disable MA0012 // It is what the runtime says as well, and a message of ours says more.
    /// <summary>Says that memory was wanted and is not there.</summary>
    [DoesNotReturn]
    public static void ThrowExhausted(string subject, long byteCount, Exception? inner) =>
        throw new InsufficientMemoryException(
            $"{subject}: {ByteSize.Format(byteCount)} are more than the device has; compute in smaller parts, such as "
            + "smaller batches, or with a smaller type.", inner);
#pragma warning restore MA0012

    public static void Return(HostBlock block)
    {
        // A constructor that threw leaves a finalizable object without a block.
        if (block.Pointer is null)
        {
            return;
        }

        Interlocked.Add(ref s_inUse, -block.Size);
        if (block.Size >= PressureFloor)
        {
            GC.RemoveMemoryPressure(block.Size);
        }

        lock (s_lock)
        {
            if (s_retained + block.Size <= RetainedLimit)
            {
                s_retained += block.Size;
                if (!s_free.TryGetValue(block.Size, out Stack<nint>? stack))
                {
                    s_free.Add(block.Size, stack = []);
                }

                stack.Push((nint)block.Pointer);
                return;
            }
        }

        NativeMemory.AlignedFree(block.Pointer);
    }

    private static byte* TryTake(long size)
    {
        lock (s_lock)
        {
            if (s_free.TryGetValue(size, out Stack<nint>? stack) && stack.TryPop(out nint pointer))
            {
                s_retained -= size;
                return (byte*)pointer;
            }
        }

        return null;
    }

    private static byte* Allocate(long size)
    {
        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, Alignment);
        }
        catch (OutOfMemoryException)
        {
            // Dead tensors may still hold what is missing.
#pragma warning disable RS0030 // Instead of failing.
            GC.Collect();
#pragma warning restore RS0030
            GC.WaitForPendingFinalizers();
            Trim();
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, Alignment);
        }
    }

    private static void Trim()
    {
        lock (s_lock)
        {
            foreach (Stack<nint> stack in s_free.Values)
            {
                while (stack.TryPop(out nint pointer))
                {
                    NativeMemory.AlignedFree((void*)pointer);
                }
            }

            s_retained = 0;
        }
    }

    private static long SizeClass(long byteCount)
    {
        long size = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(byteCount, SmallestClass));
        long between = size / 4 * 3;
        return byteCount <= between && between >= SmallestClass
            ? (between + Alignment - 1) / Alignment * Alignment
            : size;
    }
}
