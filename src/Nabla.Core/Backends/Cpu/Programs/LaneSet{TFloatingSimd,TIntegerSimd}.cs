using System.Reflection;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Registers of one lane width on one vector width.</summary>
internal sealed unsafe class LaneSet<
    TFloatingSimd, TFloatingVector, TFloating, TIntegerSimd, TIntegerVector, TInteger, TCast> : LaneSet
    where TFloatingSimd : ISimd<TFloatingVector, TFloating>
    where TFloatingVector : unmanaged
    where TFloating : unmanaged
    where TIntegerSimd : ISimd<TIntegerVector, TInteger>
    where TIntegerVector : unmanaged
    where TInteger : unmanaged
    where TCast : ILaneCast<TFloatingVector, TIntegerVector>
{
    private readonly LaneTransfer[] _floating = Transfers<TFloatingSimd, TFloatingVector, TFloating>();
    private readonly LaneTransfer[] _integer = Transfers<TIntegerSimd, TIntegerVector, TInteger>();

    public override int Count => TFloatingSimd.Count;

    public override int LaneBytes => sizeof(TFloating);

    public override Type VectorType(LaneKind kind) =>
        kind is LaneKind.Floating ? typeof(TFloatingVector) : typeof(TIntegerVector);

    public override MethodInfo Method(LaneOperation operation, LaneKind kind) =>
        operation == LaneCastOperation.ToFloating ? ((Func<TIntegerVector, TFloatingVector>)TCast.ToFloating).Method
        : operation == LaneCastOperation.ToInteger ? ((Func<TFloatingVector, TIntegerVector>)TCast.ToInteger).Method
        : kind is LaneKind.Floating ? operation.Method<TFloatingSimd, TFloatingVector>()
        : operation.Method<TIntegerSimd, TIntegerVector>();

    public override delegate*<byte*, byte*, byte*, byte*, nint, void> Loop(LaneOperation operation, LaneKind kind) =>
        operation == LaneCastOperation.ToFloating ? &RunToFloating
        : operation == LaneCastOperation.ToInteger ? &RunToInteger
        : kind is LaneKind.Floating ? operation.Loop<TFloatingSimd, TFloatingVector, TFloating>()
        : operation.Loop<TIntegerSimd, TIntegerVector, TInteger>();

    public override MethodInfo MaskTo(LaneKind kind) => kind is LaneKind.Floating
        ? ((Func<TIntegerVector, TFloatingVector>)TCast.MaskToFloating).Method
        : ((Func<TFloatingVector, TIntegerVector>)TCast.MaskToInteger).Method;

    public override MethodInfo FromBits(LaneKind kind) => kind is LaneKind.Floating
        ? ((Func<long, TFloatingVector>)TFloatingSimd.FromBits).Method
        : ((Func<long, TIntegerVector>)TIntegerSimd.FromBits).Method;

    public override LaneTransfer Transfer(DType dtype, LaneKind kind)
    {
        LaneTransfer[] transfers = kind is LaneKind.Floating ? _floating : _integer;
        return dtype switch
        {
            DType.UInt8 => transfers[1],
            DType.Bool => transfers[2],
            _ => transfers[0],
        };
    }

    private static LaneTransfer[] Transfers<TSimd, TVector, T>()
        where TSimd : ISimd<TVector, T>
        where TVector : unmanaged
        where T : unmanaged =>
    [
        new LaneTransfer<LaneForm, TSimd, TVector, T>(),
        new LaneTransfer<ByteForm, TSimd, TVector, T>(),
        new LaneTransfer<MaskForm, TSimd, TVector, T>(),
    ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunToFloating(byte* x, byte* y, byte* z, byte* result, nint count)
    {
        for (nint i = 0; i < count; i += Lanes)
        {
            TFloatingSimd.Store(TCast.ToFloating(TIntegerSimd.Load((TInteger*)x + i)), (TFloating*)result + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunToInteger(byte* x, byte* y, byte* z, byte* result, nint count)
    {
        for (nint i = 0; i < count; i += Lanes)
        {
            TIntegerSimd.Store(TCast.ToInteger(TFloatingSimd.Load((TFloating*)x + i)), (TInteger*)result + i);
        }
    }

    private static int Lanes => TFloatingSimd.Count;
}
