using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>Makes pixels from a padded image, to the same bits on every processor.</summary>
internal static unsafe class AffinePixels
{
    private static bool Gathers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported && Fma.IsSupported;
    }

    /// <summary>Mixes four pixels for each, of images with one channel.</summary>
    public static void Blend(float* image, int stride, in AffinePositions at, float* result, int count)
    {
        int x = 0;
        if (Gathers)
        {
            Vector256<int> strides = Vector256.Create(stride), order = Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7);
            for (; x < count; x += Vector256<float>.Count)
            {
                Vector256<int> places = (Vector256.Load(at.Rows + x) * strides) + Vector256.Load(at.Columns + x);
                if (count - x < Vector256<int>.Count)
                {
                    // Behind the last position there may be none, and its address would lie anywhere.
                    places &= Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count - x));
                }

                places = Avx2.PermuteVar8x32(places, order);
                Vector256<float> right = Vector256.Load(at.Right + x);
                Vector256<float> above = BlendPairs(image, places, right);
                Vector256<float> below = BlendPairs(image + stride, places, right);
                Vector256<float> value = Vector256.FusedMultiplyAdd(
                    Vector256.Load(at.Down + x), below - above, above);
                Store(value, result + x, count - x);
            }
        }

        for (; x < count; x++)
        {
            float* pixel = image + ((nint)at.Rows[x] * stride) + at.Columns[x];
            float above = MathF.FusedMultiplyAdd(at.Right[x], pixel[1] - pixel[0], pixel[0]);
            pixel += stride;
            float below = MathF.FusedMultiplyAdd(at.Right[x], pixel[1] - pixel[0], pixel[0]);
            result[x] = MathF.FusedMultiplyAdd(at.Down[x], below - above, above);
        }
    }

    /// <summary>Copies the nearest pixel for each, of images with one channel.</summary>
    public static void Pick(float* image, int stride, in AffinePositions at, float* result, int count)
    {
        for (int x = 0; x < count; x++)
        {
            result[x] = image[((nint)at.Rows[x] * stride) + at.Columns[x]];
        }
    }

    /// <summary>Mixes four pixels of several channels for each.</summary>
    public static void Blend(float* image, int stride, int channels, in AffinePositions at, float* result, int count)
    {
        for (int x = 0; x < count; x++, result += channels)
        {
            float* above = image + ((nint)at.Rows[x] * stride) + ((nint)at.Columns[x] * channels);
            float* below = above + stride;
            Vector128<float> right = Vector128.Create(at.Right[x]), down = Vector128.Create(at.Down[x]);
            for (int channel = 0; channel < channels; channel += Vector128<float>.Count)
            {
                Vector128<float> first = Between(above + channel, channels, right);
                Vector128<float> second = Between(below + channel, channels, right);
                Vector128<float> value = Vector128.FusedMultiplyAdd(down, second - first, first);
                Store(value, result + channel, channels - channel, isLast: x == count - 1);
            }
        }
    }

    /// <summary>Copies the nearest pixel of several channels for each.</summary>
    public static void Pick(float* image, int stride, int channels, in AffinePositions at, float* result, int count)
    {
        for (int x = 0; x < count; x++, result += channels)
        {
            float* pixel = image + ((nint)at.Rows[x] * stride) + ((nint)at.Columns[x] * channels);
            for (int channel = 0; channel < channels; channel += Vector128<float>.Count)
            {
                Store(Vector128.Load(pixel + channel), result + channel, channels - channel, isLast: x == count - 1);
            }
        }
    }

    // Two pixels beside each other are read as one double: half as many reads as one for each pixel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> BlendPairs(float* image, Vector256<int> places, Vector256<float> right)
    {
        Vector256<float> lower = Avx2.GatherVector256((double*)image, places.GetLower(), sizeof(float)).AsSingle();
        Vector256<float> upper = Avx2.GatherVector256((double*)image, places.GetUpper(), sizeof(float)).AsSingle();
        Vector256<float> lefts = Avx.Shuffle(lower, upper, 0b10_00_10_00);
        Vector256<float> rights = Avx.Shuffle(lower, upper, 0b11_01_11_01);
        return Vector256.FusedMultiplyAdd(right, rights - lefts, lefts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Between(float* pixel, int channels, Vector128<float> right)
    {
        Vector128<float> left = Vector128.Load(pixel);
        return Vector128.FusedMultiplyAdd(right, Vector128.Load(pixel + channels) - left, left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> value, float* target, int count)
    {
        if (count >= Vector256<float>.Count)
        {
            value.Store(target);
        }
        else
        {
            Simd256<float>.StorePartial(value, target, count);
        }
    }

    // What is written too far is overwritten by the next pixel; after the last one there may be none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<float> value, float* target, int count, bool isLast)
    {
        if (!isLast || count >= Vector128<float>.Count)
        {
            value.Store(target);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            target[i] = value[i];
        }
    }
}
