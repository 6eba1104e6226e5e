using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;
using Nabla.Primitives;

namespace Nabla.Backends.Cpu.Kernels.Random;

/// <summary>Fills memory with the random numbers that <see cref="Philox"/> defines, from any element on, to its bits on
/// every width.</summary>
internal static unsafe class RandomFill
{
    /// <summary>Elements <paramref name="start"/> to <paramref name="start"/> + <paramref name="count"/> of the stream
    /// as words.</summary>
    public static void Words(ulong key, ulong stream, ulong start, uint* destination, long count) =>
        Fill<KeepWords>(SimdWidth.Bits, key, stream, start, (float*)destination, count);

    /// <summary>The same elements as uniform floats in [0, 1).</summary>
    public static void Uniform(ulong key, ulong stream, ulong start, float* destination, long count) =>
        Fill<UniformTransform>(SimdWidth.Bits, key, stream, start, destination, count);

    /// <summary>The same elements as normal floats.</summary>
    public static void Normal(ulong key, ulong stream, ulong start, float* destination, long count) =>
        Fill<NormalTransform>(SimdWidth.Bits, key, stream, start, destination, count);

    /// <summary>Uniform doubles in [0, 1), one at a time: they serve gradient checks.</summary>
    public static void Uniform(ulong key, ulong stream, ulong start, double* destination, long count)
    {
        for (long i = 0; i < count; i++)
        {
            destination[i] = Philox.UniformDouble(key, stream, unchecked(start + (ulong)i));
        }
    }

    /// <summary>Normal doubles, one at a time.</summary>
    public static void Normal(ulong key, ulong stream, ulong start, double* destination, long count)
    {
        for (long i = 0; i < count; i++)
        {
            destination[i] = Philox.NormalDouble(key, stream, unchecked(start + (ulong)i));
        }
    }

    /// <summary>Fills on registers of <paramref name="width"/> bits, 0 being scalar.</summary>
    internal static void Fill<TTransform>(
        int width, ulong key, ulong stream, ulong start, float* destination, long count)
        where TTransform : IWordTransform
    {
        switch (width)
        {
            case 512:
                Fill<TTransform, Simd512<int>, Vector512<int>, Simd512<float>, Vector512<float>>(
                    key, stream, start, destination, count);
                break;
            case 256:
                Fill<TTransform, Simd256<int>, Vector256<int>, Simd256<float>, Vector256<float>>(
                    key, stream, start, destination, count);
                break;
            case 128:
                Fill<TTransform, Simd128<int>, Vector128<int>, Simd128<float>, Vector128<float>>(
                    key, stream, start, destination, count);
                break;
            default:
                Fill<TTransform, SimdScalar<int>, int, SimdScalar<float>, float>(
                    key, stream, start, destination, count);
                break;
        }
    }

    private static void Fill<TTransform, TWords, TWordVector, TNumbers, TNumberVector>(
        ulong key, ulong stream, ulong start, float* destination, long count)
        where TTransform : IWordTransform
        where TWords : ISimd<TWordVector, int>
        where TWordVector : unmanaged
        where TNumbers : ISimd<TNumberVector, float>
        where TNumberVector : unmanaged
    {
        // Whole groups are made where they belong, in the cache line they stay in; the first and last may lie in part
        // outside.
        float* partial = stackalloc float[Philox.GroupLength];
        ulong group = start / Philox.GroupLength;
        int skipped = (int)(start % Philox.GroupLength);
        while (count > 0)
        {
            int length = (int)Math.Min(Philox.GroupLength - skipped, count);
            bool whole = length == Philox.GroupLength;
            float* target = whole ? destination : partial;
            PhiloxGroup.Words<TWords, TWordVector>(key, stream, group, (int*)target);
            TTransform.Apply<TNumbers, TNumberVector>(target);
            if (!whole)
            {
                Unsafe.CopyBlockUnaligned(destination, partial + skipped, (uint)(length * sizeof(float)));
            }

            destination += length;
            count -= length;
            skipped = 0;
            group++;
        }
    }
}
