using System.Reflection;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>A function of one value.</summary>
internal sealed unsafe class UnaryOperation<TKernel>(int cost) : LaneOperation(typeof(TKernel).Name, 1, cost)
    where TKernel : IUnaryKernel
{
    public override MethodInfo Method<TSimd, TVector>() =>
        ((Func<TVector, TVector>)Apply<TSimd, TVector>).Method;

    public override delegate*<byte*, byte*, byte*, byte*, nint, void> Loop<TSimd, TVector, T>() =>
        &Run<TSimd, TVector, T>;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TKernel.Apply<TSimd, TVector>(x);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TSimd, TVector, T>(byte* x, byte* y, byte* z, byte* result, nint count)
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += TSimd.Count)
        {
            TSimd.Store(TKernel.Apply<TSimd, TVector>(TSimd.Load((T*)x + i)), (T*)result + i);
        }
    }
}
