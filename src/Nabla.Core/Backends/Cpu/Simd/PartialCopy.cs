using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Simd;

/// <summary>Reads and writes of part of a register where no instruction touches exactly that part.</summary>
/// <remarks>Out of line: they end a row, once, and would bloat the loop they end.</remarks>
internal static unsafe class PartialCopy
{
    /// <summary>Reads <paramref name="count"/> elements; other lanes are zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Load<TSimd, TVector, T>(T* source, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged
    {
        TVector value = TSimd.Zero;
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(&value, TSimd.Count));
        return value;
    }

    /// <summary>Writes <paramref name="count"/> elements.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store<TSimd, TVector, T>(TVector value, T* destination, int count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
        new ReadOnlySpan<T>(&value, TSimd.Count)[..count].CopyTo(new Span<T>(destination, count));

    /// <summary>Reads <paramref name="count"/> bytes, 16 at most; others are zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector128<byte> LoadBytes(byte* source, int count)
    {
        if (Avx512BW.VL.IsSupported)
        {
            return Avx512BW.VL.MaskLoad(source, FirstBytes(count), Vector128<byte>.Zero);
        }

        Vector128<byte> bytes = Vector128<byte>.Zero;
        new ReadOnlySpan<byte>(source, count).CopyTo(new Span<byte>(&bytes, Vector128<byte>.Count));
        return bytes;
    }

    /// <summary>Writes <paramref name="count"/> bytes, 16 at most.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreBytes(Vector128<byte> bytes, byte* destination, int count)
    {
        if (Avx512BW.VL.IsSupported)
        {
            Avx512BW.VL.MaskStore(destination, FirstBytes(count), bytes);
        }
        else
        {
            new ReadOnlySpan<byte>(&bytes, Vector128<byte>.Count)[..count].CopyTo(new Span<byte>(destination, count));
        }
    }

    private static Vector128<byte> FirstBytes(int count) =>
        Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)count));
}
