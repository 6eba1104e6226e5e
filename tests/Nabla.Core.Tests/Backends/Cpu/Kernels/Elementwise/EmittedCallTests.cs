using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Kernels.Elementwise;

#pragma warning disable IDE0065 // In here a kernel is meant, outside the layer of the same name.
using Nabla.Backends.Cpu.Kernels.Elementwise;
#pragma warning restore IDE0065

/// <summary>A method emitted at run time may call kernels through delegates of generic wrappers, without reflection
/// over names.</summary>
public sealed unsafe class EmittedCallTests
{
    private delegate void Loop(float* x, float* y, int count);

    private delegate TVector LoadMethod<TVector>(float* source);

    private delegate void StoreMethod<TVector>(TVector value, float* destination);

    [Fact]
    public void Emitted_loop_gives_the_bits_of_the_generic_one_on_every_width()
    {
        Check<Simd512<float>, Vector512<float>>();
        Check<Simd256<float>, Vector256<float>>();
        Check<Simd128<float>, Vector128<float>>();
        Check<SimdScalar<float>, float>();
    }

    private static void Check<TSimd, TVector>()
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        // y = tanh(exp(x) − x)
        DynamicMethod method = new(
            "Emitted", null, [typeof(float*), typeof(float*), typeof(int)], typeof(EmittedCallTests).Module, true);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder value = il.DeclareLocal(typeof(TVector));
        Label top = il.DefineLabel();
        il.MarkLabel(top);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, ((LoadMethod<TVector>)TSimd.Load).Method);
        il.Emit(OpCodes.Stloc, value);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Call, ((Func<TVector, TVector>)Unary<Exp, TSimd, TVector>).Method);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Call, ((Func<TVector, TVector, TVector>)Binary<Subtract, TSimd, TVector>).Method);
        il.Emit(OpCodes.Call, ((Func<TVector, TVector>)Unary<Tanh, TSimd, TVector>).Method);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, ((StoreMethod<TVector>)TSimd.Store).Method);
        for (short argument = 0; argument < 2; argument++)
        {
            il.Emit(OpCodes.Ldarg, argument);
            il.Emit(OpCodes.Ldc_I4, TSimd.Count * sizeof(float));
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Starg, argument);
        }

        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, TSimd.Count);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Starg_S, (byte)2);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Bgt, top);
        il.Emit(OpCodes.Ret);
        Loop loop = method.CreateDelegate<Loop>();

        const int Count = 64;
        float* x = stackalloc float[Count];
        float* y = stackalloc float[Count];
        for (int i = 0; i < Count; i++)
        {
            x[i] = (i - 32) / 11f;
        }

        loop(x, y, Count);
        for (int i = 0; i < Count; i++)
        {
            float expected = Tanh.Apply<SimdScalar<float>, float>(Exp.Apply<SimdScalar<float>, float>(x[i]) - x[i]);
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(y[i]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Unary<TKernel, TSimd, TVector>(TVector x)
        where TKernel : IUnaryKernel
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TKernel.Apply<TSimd, TVector>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Binary<TKernel, TSimd, TVector>(TVector x, TVector y)
        where TKernel : IBinaryKernel
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TKernel.Apply<TSimd, TVector>(x, y);
}
