using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <content>Sums for the gradient of the kernel.</content>
internal sealed unsafe partial class DepthwiseLoops<T, TVector, TSimd> : DepthwiseLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gradient(
        ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* gradient, int columns)
    {
        if (frame->Taps == 3)
        {
            for (; count >= 3; count -= 3, rows += 3)
            {
                GradientOfThree<Extent.Of3>(rows, frame, gradient, columns);
            }

            if (count == 2)
            {
                GradientOfThree<Extent.Of2>(rows, frame, gradient, columns);
            }
            else if (count == 1)
            {
                GradientOfThree<Extent.Of1>(rows, frame, gradient, columns);
            }

            return;
        }

        for (; count > 0; count--, rows++)
        {
            for (int tap = 0; tap < frame->Taps; tap += MostColumns)
            {
                GradientOfRow(rows, frame, tap, Math.Min(MostColumns, frame->Taps - tap), gradient, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GradientOfRow(
        ConvRow<T>* row, DepthwiseFrame* frame, int tap, int taps, T* gradient, int columns)
    {
        switch (taps)
        {
            case 1:
                GradientOfRow<Extent.Of1>(row, frame, tap, gradient, columns);
                break;
            case 2:
                GradientOfRow<Extent.Of2>(row, frame, tap, gradient, columns);
                break;
            case 3:
                GradientOfRow<Extent.Of3>(row, frame, tap, gradient, columns);
                break;
            case 4:
                GradientOfRow<Extent.Of4>(row, frame, tap, gradient, columns);
                break;
            case 5:
                GradientOfRow<Extent.Of5>(row, frame, tap, gradient, columns);
                break;
            case 6:
                GradientOfRow<Extent.Of6>(row, frame, tap, gradient, columns);
                break;
            case 7:
                GradientOfRow<Extent.Of7>(row, frame, tap, gradient, columns);
                break;
            default:
                GradientOfRow<Extent.Of8>(row, frame, tap, gradient, columns);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GradientOfRow<TTaps>(
        ConvRow<T>* row, DepthwiseFrame* frame, int tap, T* gradient, int columns)
        where TTaps : IExtent
    {
        nint step = frame->Step, resultStep = frame->ResultStep, weightStep = frame->WeightStep;
        nint tapStep = frame->TapStep, tapStep2 = tapStep + tapStep;
        nint last = frame->Channels - TSimd.Count;
        T* source = row->Source + frame->Source + (tap * tapStep);
        T* sums = row->Weights + frame->Weight + (tap * weightStep);
        for (nint channel = frame->FirstChannel; channel < frame->EndChannel; channel += TSimd.Count)
        {
            nint at = nint.Min(channel, last);
            T* g = gradient + at, x = source + at;
            TVector c0 = default, c1 = default, c2 = default, c3 = default;
            TVector c4 = default, c5 = default, c6 = default, c7 = default;
            for (int column = columns; column > 0; column--)
            {
                TVector value = *(TVector*)g;
                T* x3 = x + tapStep + tapStep2, x6 = x3 + tapStep + tapStep2;
                c0 = TSimd.MultiplyAdd(*(TVector*)x, value, c0);
                if (TTaps.Value > 1)
                {
                    c1 = TSimd.MultiplyAdd(*(TVector*)(x + tapStep), value, c1);
                }

                if (TTaps.Value > 2)
                {
                    c2 = TSimd.MultiplyAdd(*(TVector*)(x + tapStep2), value, c2);
                }

                if (TTaps.Value > 3)
                {
                    c3 = TSimd.MultiplyAdd(*(TVector*)(x3), value, c3);
                }

                if (TTaps.Value > 4)
                {
                    c4 = TSimd.MultiplyAdd(*(TVector*)(x3 + tapStep), value, c4);
                }

                if (TTaps.Value > 5)
                {
                    c5 = TSimd.MultiplyAdd(*(TVector*)(x3 + tapStep2), value, c5);
                }

                if (TTaps.Value > 6)
                {
                    c6 = TSimd.MultiplyAdd(*(TVector*)(x6), value, c6);
                }

                if (TTaps.Value > 7)
                {
                    c7 = TSimd.MultiplyAdd(*(TVector*)(x6 + tapStep), value, c7);
                }

                x += step;
                g += resultStep;
            }

            TVector kept = Kept(channel - at);
            T* sum = sums + at;
            Add(sum, c0, kept);
            if (TTaps.Value > 1)
            {
                Add(sum += weightStep, c1, kept);
            }

            if (TTaps.Value > 2)
            {
                Add(sum += weightStep, c2, kept);
            }

            if (TTaps.Value > 3)
            {
                Add(sum += weightStep, c3, kept);
            }

            if (TTaps.Value > 4)
            {
                Add(sum += weightStep, c4, kept);
            }

            if (TTaps.Value > 5)
            {
                Add(sum += weightStep, c5, kept);
            }

            if (TTaps.Value > 6)
            {
                Add(sum += weightStep, c6, kept);
            }

            if (TTaps.Value > 7)
            {
                Add(sum += weightStep, c7, kept);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GradientOfThree<TRows>(
        ConvRow<T>* rows, DepthwiseFrame* frame, T* gradient, int columns)
        where TRows : IExtent
    {
        nint step = frame->Step, resultStep = frame->ResultStep, weightStep = frame->WeightStep;
        nint tapStep = frame->TapStep;
        nint last = frame->Channels - TSimd.Count;
        for (nint channel = frame->FirstChannel; channel < frame->EndChannel; channel += TSimd.Count)
        {
            nint at = nint.Min(channel, last);
            T* g = gradient + at;
            T* x = rows->Source + frame->Source + at;
            T* y = TRows.Value > 1 ? rows[1].Source + frame->Source + at : x;
            T* z = TRows.Value > 2 ? rows[2].Source + frame->Source + at : x;
            TVector x0 = default, x1 = default, x2 = default;
            TVector y0 = default, y1 = default, y2 = default;
            TVector z0 = default, z1 = default, z2 = default;
            for (int column = columns; column > 0; column--)
            {
                TVector value = *(TVector*)g;
                x0 = TSimd.MultiplyAdd(*(TVector*)x, value, x0);
                x1 = TSimd.MultiplyAdd(*(TVector*)(x + tapStep), value, x1);
                x2 = TSimd.MultiplyAdd(*(TVector*)(x + tapStep + tapStep), value, x2);
                x += step;
                if (TRows.Value > 1)
                {
                    y0 = TSimd.MultiplyAdd(*(TVector*)y, value, y0);
                    y1 = TSimd.MultiplyAdd(*(TVector*)(y + tapStep), value, y1);
                    y2 = TSimd.MultiplyAdd(*(TVector*)(y + tapStep + tapStep), value, y2);
                    y += step;
                }

                if (TRows.Value > 2)
                {
                    z0 = TSimd.MultiplyAdd(*(TVector*)z, value, z0);
                    z1 = TSimd.MultiplyAdd(*(TVector*)(z + tapStep), value, z1);
                    z2 = TSimd.MultiplyAdd(*(TVector*)(z + tapStep + tapStep), value, z2);
                    z += step;
                }

                g += resultStep;
            }

            TVector kept = Kept(channel - at);
            AddThree(rows->Weights + frame->Weight + at, weightStep, x0, x1, x2, kept);
            if (TRows.Value > 1)
            {
                AddThree(rows[1].Weights + frame->Weight + at, weightStep, y0, y1, y2, kept);
            }

            if (TRows.Value > 2)
            {
                AddThree(rows[2].Weights + frame->Weight + at, weightStep, z0, z1, z2, kept);
            }
        }
    }

    /// <summary>The lanes that an earlier vector has not counted yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Kept(nint overlap) => overlap == 0
        ? TSimd.AllBitsSet
        : TSimd.GreaterOrEqual(TSimd.FromIntegerBits(TSimd.Indices), TSimd.Create(T.CreateTruncating(overlap)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* sum, TVector value, TVector kept) =>
        *(TVector*)sum = TSimd.Add(*(TVector*)sum, TSimd.And(value, kept));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddThree(T* sum, nint step, TVector first, TVector second, TVector third, TVector kept)
    {
        Add(sum, first, kept);
        Add(sum + step, second, kept);
        Add(sum + step + step, third, kept);
    }
}
