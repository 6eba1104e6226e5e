using System.Numerics;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

/// <summary>Runs a kernel over arrays on a chosen vector width, the last elements by partial loads and
/// stores.</summary>
internal static unsafe class KernelRunner
{
    /// <summary>Widths in bits; 0 is scalar. All run everywhere, in software where the processor has less.</summary>
    public static readonly int[] Widths = [512, 256, 128, 0];

    public static void Unary<TKernel, T>(int width, ReadOnlySpan<T> x, Span<T> result)
        where TKernel : IUnaryKernel
        where T : unmanaged, INumber<T>
    {
        fixed (T* source = x, destination = result)
        {
            switch (width)
            {
                case 512:
                    Unary<TKernel, Simd512<T>, Vector512<T>, T>(source, destination, x.Length);
                    break;
                case 256:
                    Unary<TKernel, Simd256<T>, Vector256<T>, T>(source, destination, x.Length);
                    break;
                case 128:
                    Unary<TKernel, Simd128<T>, Vector128<T>, T>(source, destination, x.Length);
                    break;
                default:
                    Unary<TKernel, SimdScalar<T>, T, T>(source, destination, x.Length);
                    break;
            }
        }
    }

    public static void Binary<TKernel, T>(int width, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where TKernel : IBinaryKernel
        where T : unmanaged, INumber<T>
    {
        fixed (T* left = x, right = y, destination = result)
        {
            switch (width)
            {
                case 512:
                    Binary<TKernel, Simd512<T>, Vector512<T>, T>(left, right, destination, x.Length);
                    break;
                case 256:
                    Binary<TKernel, Simd256<T>, Vector256<T>, T>(left, right, destination, x.Length);
                    break;
                case 128:
                    Binary<TKernel, Simd128<T>, Vector128<T>, T>(left, right, destination, x.Length);
                    break;
                default:
                    Binary<TKernel, SimdScalar<T>, T, T>(left, right, destination, x.Length);
                    break;
            }
        }
    }

    /// <summary>The widest registers of this process, for what is about values and not about widths.</summary>
    public static int WidestWidth => SimdWidth.Bits;

    private static void Unary<TKernel, TSimd, TVector, T>(T* x, T* result, int count)
        where TKernel : IUnaryKernel
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged
    {
        int i = 0;
        for (; i <= count - TSimd.Count; i += TSimd.Count)
        {
            TSimd.Store(TKernel.Apply<TSimd, TVector>(TSimd.Load(x + i)), result + i);
        }

        if (i < count)
        {
            TVector last = TSimd.LoadPartial(x + i, count - i);
            TSimd.StorePartial(TKernel.Apply<TSimd, TVector>(last), result + i, count - i);
        }
    }

    private static void Binary<TKernel, TSimd, TVector, T>(T* x, T* y, T* result, int count)
        where TKernel : IBinaryKernel
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged
    {
        int i = 0;
        for (; i <= count - TSimd.Count; i += TSimd.Count)
        {
            TSimd.Store(TKernel.Apply<TSimd, TVector>(TSimd.Load(x + i), TSimd.Load(y + i)), result + i);
        }

        if (i < count)
        {
            TVector left = TSimd.LoadPartial(x + i, count - i);
            TVector right = TSimd.LoadPartial(y + i, count - i);
            TSimd.StorePartial(TKernel.Apply<TSimd, TVector>(left, right), result + i, count - i);
        }
    }
}
