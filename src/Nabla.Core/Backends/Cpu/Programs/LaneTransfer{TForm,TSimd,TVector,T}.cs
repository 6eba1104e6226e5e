using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Transfers between one form of memory and one kind of register.</summary>
internal sealed unsafe class LaneTransfer<TForm, TSimd, TVector, T> : LaneTransfer
    where TForm : IMemoryForm
    where TSimd : ISimd<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    private delegate TVector Loading(byte* source);

    private delegate TVector PartialLoading(byte* source, int count);

    private delegate void Storing(TVector value, byte* destination);

    private delegate void PartialStoring(TVector value, byte* destination, int count);

    public override MethodInfo Load => ((Loading)TForm.Load<TSimd, TVector, T>).Method;

    public override MethodInfo LoadPartial => ((PartialLoading)TForm.LoadPartial<TSimd, TVector, T>).Method;

    public override MethodInfo Broadcast => ((Loading)TForm.Broadcast<TSimd, TVector, T>).Method;

    public override MethodInfo Store => ((Storing)TForm.Store<TSimd, TVector, T>).Method;

    public override MethodInfo StorePartial => ((PartialStoring)TForm.StorePartial<TSimd, TVector, T>).Method;

    public override MethodInfo StoreStreaming => ((Storing)Stream).Method;

    public override delegate*<byte*, nint, byte*, nint, nint, nint, void> LoadRows => &RunLoad;

    public override delegate*<byte*, nint, byte*, nint, nint, nint, void> BroadcastRows => &RunBroadcast;

    public override delegate*<byte*, nint, byte*, nint, nint, nint, void> StoreRows => &RunStore;

    private static int ElementBytes => typeof(TForm) == typeof(LaneForm) ? sizeof(T) : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stream(TVector value, byte* destination)
    {
        if (typeof(TForm) == typeof(LaneForm) && typeof(TVector) == typeof(Vector512<T>))
        {
            Unsafe.BitCast<TVector, Vector512<T>>(value).StoreAlignedNonTemporal((T*)destination);
        }
        else if (typeof(TForm) == typeof(LaneForm) && typeof(TVector) == typeof(Vector256<T>))
        {
            Unsafe.BitCast<TVector, Vector256<T>>(value).StoreAlignedNonTemporal((T*)destination);
        }
        else
        {
            TForm.Store<TSimd, TVector, T>(value, destination);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunLoad(byte* source, nint stride, byte* tile, nint rows, nint columns, nint pitch)
    {
        for (nint row = 0; row < rows; row++, source += stride, tile += pitch * sizeof(T))
        {
            nint i = 0;
            for (; i <= columns - TSimd.Count; i += TSimd.Count)
            {
                TSimd.Store(TForm.Load<TSimd, TVector, T>(source + (i * ElementBytes)), (T*)tile + i);
            }

            if (i < columns)
            {
                TSimd.Store(
                    TForm.LoadPartial<TSimd, TVector, T>(source + (i * ElementBytes), (int)(columns - i)),
                    (T*)tile + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunBroadcast(byte* source, nint stride, byte* tile, nint rows, nint columns, nint pitch)
    {
        for (nint row = 0; row < rows; row++, source += stride, tile += pitch * sizeof(T))
        {
            TVector value = TForm.Broadcast<TSimd, TVector, T>(source);
            for (nint i = 0; i < pitch; i += TSimd.Count)
            {
                TSimd.Store(value, (T*)tile + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunStore(byte* destination, nint stride, byte* tile, nint rows, nint columns, nint pitch)
    {
        for (nint row = 0; row < rows; row++, destination += stride, tile += pitch * sizeof(T))
        {
            nint i = 0;
            for (; i <= columns - TSimd.Count; i += TSimd.Count)
            {
                TForm.Store<TSimd, TVector, T>(TSimd.Load((T*)tile + i), destination + (i * ElementBytes));
            }

            if (i < columns)
            {
                TForm.StorePartial<TSimd, TVector, T>(
                    TSimd.Load((T*)tile + i), destination + (i * ElementBytes), (int)(columns - i));
            }
        }
    }
}
