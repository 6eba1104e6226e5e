using System.Diagnostics;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Benchmarks.Micro;

/// <summary>
/// What a vector body written once over <see cref="ISimd{TVector}"/> costs against one written by hand over
/// <see cref="Vector512{T}"/>, for a polynomial and for the exponential, and what a loop emitted at run time costs that
/// calls one kernel an operation. Wants AVX-512.
/// </summary>
internal static unsafe class SimdAbstractionBenchmark
{
    private const int Length = 4096;
    private const int Degree = 10;
    private const int Repetitions = 2000;
    private const int Rounds = 41;

    private static readonly double[] _coefficients =
        [0.3, 0.7, -0.2, 0.11, 0.05, -0.013, 0.007, 0.003, -0.0019, 0.0011, 0.0007];

    /// <summary>Prints the median nanoseconds of each form and its ratio to the hand-written one.</summary>
    public static void Run(TextWriter output)
    {
        float* x = (float*)NativeMemory.AlignedAlloc(Length * sizeof(float), 64);
        float* y = (float*)NativeMemory.AlignedAlloc(Length * sizeof(float), 64);
        try
        {
            for (int i = 0; i < Length; i++)
            {
                x[i] = (i / (float)Length) - 0.5f;
            }

            output.WriteLine($"{Length} floats in L1, {SimdWidth.Bits}-bit vectors in force");
            Compare(
                output, x, y, "polynomial of ten multiply-adds, its coefficients constants",
                ("hand-written Vector512", PolynomialByHand),
                ("written once, 512 bits", Once<Polynomial, Simd512<float>, Vector512<float>>),
                ("emitted calls, 512 bits", Emit<Simd512<float>, Vector512<float>>(hoistConstants: false)),
                ("emitted, constants hoisted", Emit<Simd512<float>, Vector512<float>>(hoistConstants: true)),
                ("written once, 256 bits", Once<Polynomial, Simd256<float>, Vector256<float>>),
                ("written once, 128 bits", Once<Polynomial, Simd128<float>, Vector128<float>>),
                ("written once, scalar", Once<Polynomial, SimdScalar<float>, float>));
            Compare(
                output, x, y, "exponential",
                ("hand-written Vector512", ExponentialByHand),
                ("written once, 512 bits", Once<Exponential, Simd512<float>, Vector512<float>>),
                ("written once, 256 bits", Once<Exponential, Simd256<float>, Vector256<float>>));
        }
        finally
        {
            NativeMemory.AlignedFree(x);
            NativeMemory.AlignedFree(y);
        }
    }

    private static void Compare(
        TextWriter output, float* x, float* y, string title, params (string Name, Loop Body)[] forms)
    {
        double[][] nanoseconds = [.. forms.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int form = 0; form < forms.Length; form++)
            {
                nanoseconds[form][round] = Measure(forms[form].Body, x, y);
            }
        }

        output.WriteLine(title);
        for (int form = 0; form < forms.Length; form++)
        {
            double ratio = Median([.. nanoseconds[form].Zip(nanoseconds[0], (own, byHand) => own / byHand)]);
            double median = Median([.. nanoseconds[form]]);
            output.WriteLine($"  {forms[form].Name,-28} {median,9:F1} ns   {ratio:F3} x hand-written");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PolynomialByHand(float* x, float* y, int count)
    {
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Load(x + i);
            Vector512<float> sum = Vector512.Create(0.0007f);
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.0011f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(-0.0019f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.003f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.007f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(-0.013f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.05f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.11f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(-0.2f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.7f));
            sum = Vector512.FusedMultiplyAdd(sum, value, Vector512.Create(0.3f));
            sum.Store(y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ExponentialByHand(float* x, float* y, int count)
    {
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Load(x + i);
            value = Avx512F.Min(Vector512.Create(89f), Avx512F.Max(Vector512.Create(-104f), value));
            Vector512<float> n = Vector512.Round(value * Vector512.Create(1.44269502f));
            Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147182f), value);
            r = Vector512.FusedMultiplyAdd(n, Vector512.Create(1.90465421e-9f), r);
            Vector512<float> p = Vector512.FusedMultiplyAdd(
                r, Vector512.Create(0.00138213043f), Vector512.Create(0.00836866908f));
            p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.0416682586f));
            p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.166665211f));
            p = Vector512.FusedMultiplyAdd(r, p, Vector512.Create(0.49999994f));
            p = Vector512.FusedMultiplyAdd(r, p, Vector512<float>.One);
            p = Vector512.FusedMultiplyAdd(r, p, Vector512<float>.One);
            Avx512F.Scale(p, n).Store(y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Once<TKernel, TSimd, TVector>(float* x, float* y, int count)
        where TKernel : IUnaryKernel
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        for (int i = 0; i < count; i += TSimd.Count)
        {
            TSimd.Store(TKernel.Apply<TSimd, TVector>(TSimd.Load(x + i)), y + i);
        }
    }

    // The form of a fused program: one call for each operation, all of which the JIT is expected to inline.
    private static Loop Emit<TSimd, TVector>(bool hoistConstants)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        DynamicMethod method = new(
            "EmittedPolynomial",
            null,
            [typeof(float*), typeof(float*), typeof(int)],
            typeof(SimdAbstractionBenchmark).Module,
            skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder index = il.DeclareLocal(typeof(int));
        LocalBuilder value = il.DeclareLocal(typeof(TVector));
        LocalBuilder sum = il.DeclareLocal(typeof(TVector));
        LocalBuilder[] constants = [.. _coefficients.Select(_ => il.DeclareLocal(typeof(TVector)))];
        if (hoistConstants)
        {
            for (int power = 0; power <= Degree; power++)
            {
                EmitConstant<TSimd, TVector>(il, power);
                il.Emit(OpCodes.Stloc, constants[power]);
            }
        }

        Label top = il.DefineLabel();
        Label test = il.DefineLabel();
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Stloc, index);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        EmitAddress(il, OpCodes.Ldarg_0, index);
        il.Emit(OpCodes.Call, ((LoadMethod<TVector>)TSimd.Load).Method);
        il.Emit(OpCodes.Stloc, value);
        EmitCoefficient(Degree);
        il.Emit(OpCodes.Stloc, sum);
        Func<TVector, TVector, TVector, TVector> multiplyAdd = Ternary<MultiplyAddKernel, TSimd, TVector>;
        for (int power = Degree - 1; power >= 0; power--)
        {
            il.Emit(OpCodes.Ldloc, sum);
            il.Emit(OpCodes.Ldloc, value);
            EmitCoefficient(power);
            il.Emit(OpCodes.Call, multiplyAdd.Method);
            il.Emit(OpCodes.Stloc, sum);
        }

        il.Emit(OpCodes.Ldloc, sum);
        EmitAddress(il, OpCodes.Ldarg_1, index);
        il.Emit(OpCodes.Call, ((StoreMethod<TVector>)TSimd.Store).Method);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, TSimd.Count);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, index);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Blt, top);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Loop>();

        void EmitCoefficient(int power)
        {
            if (hoistConstants)
            {
                il.Emit(OpCodes.Ldloc, constants[power]);
            }
            else
            {
                EmitConstant<TSimd, TVector>(il, power);
            }
        }
    }

    private static void EmitConstant<TSimd, TVector>(ILGenerator il, int power)
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        il.Emit(OpCodes.Ldc_R8, _coefficients[power]);
        il.Emit(OpCodes.Call, ((Func<double, TVector>)TSimd.Constant).Method);
    }

    private static void EmitAddress(ILGenerator il, OpCode pointer, LocalBuilder index)
    {
        il.Emit(pointer);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4_4);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Ternary<TKernel, TSimd, TVector>(TVector x, TVector y, TVector z)
        where TKernel : ITernaryKernel
        where TSimd : ISimd<TVector>
        where TVector : unmanaged =>
        TKernel.Apply<TSimd, TVector>(x, y, z);

    private static double Measure(Loop body, float* x, float* y)
    {
        body(x, y, Length);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Repetitions; i++)
        {
            body(x, y, Length);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Repetitions;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private delegate void Loop(float* x, float* y, int count);

    private delegate TVector LoadMethod<TVector>(float* source);

    private delegate void StoreMethod<TVector>(TVector value, float* destination);

    private readonly struct Polynomial : IUnaryKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            TVector sum = TSimd.Constant(0.0007);
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.0011));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(-0.0019));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.003));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.007));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(-0.013));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.05));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.11));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(-0.2));
            sum = TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.7));
            return TSimd.MultiplyAdd(sum, x, TSimd.Constant(0.3));
        }
    }

    private readonly struct Exponential : IUnaryKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector x)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged
        {
            x = TSimd.Lesser(TSimd.Constant(89), TSimd.Larger(TSimd.Constant(-104), x));
            TVector n = TSimd.Round(TSimd.Multiply(x, TSimd.Constant(1.44269502f)));
            TVector r = TSimd.MultiplyAdd(n, TSimd.Constant(-0.693147182f), x);
            r = TSimd.MultiplyAdd(n, TSimd.Constant(1.90465421e-9f), r);
            TVector p = TSimd.MultiplyAdd(r, TSimd.Constant(0.00138213043f), TSimd.Constant(0.00836866908f));
            p = TSimd.MultiplyAdd(r, p, TSimd.Constant(0.0416682586f));
            p = TSimd.MultiplyAdd(r, p, TSimd.Constant(0.166665211f));
            p = TSimd.MultiplyAdd(r, p, TSimd.Constant(0.49999994f));
            p = TSimd.MultiplyAdd(r, p, TSimd.Constant(1));
            p = TSimd.MultiplyAdd(r, p, TSimd.Constant(1));
            return TSimd.Scale(p, n);
        }
    }

    private readonly struct MultiplyAddKernel : ITernaryKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector x, TVector y, TVector z)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            TSimd.MultiplyAdd(x, y, z);
    }
}
