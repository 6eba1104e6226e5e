using System.Numerics;
using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <inheritdoc/>
/// <remarks>
/// <para>
/// The last vector of channels ends with the last channel and so may overlap the one before it, whose results it
/// computes again to the same bits; no load or store is partial.
/// </para>
/// <para>
/// Eight results hide the latency of multiply-adds, and leave registers for three weights with AVX2. In the disassembly
/// they are 10 loads and 24 multiply-adds for each line of three taps where results slide, else one load and 8
/// multiply-adds from memory for each tap; within a line nothing is on the stack.
/// </para>
/// </remarks>
internal sealed unsafe partial class DepthwiseLoops<T, TVector, TSimd> : DepthwiseLoops<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : unmanaged
    where TSimd : ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Product(ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result, int columns)
    {
        switch (columns)
        {
            case 1:
                Product<Extent.Of1>(rows, count, frame, result);
                break;
            case 2:
                Product<Extent.Of2>(rows, count, frame, result);
                break;
            case 3:
                Product<Extent.Of3>(rows, count, frame, result);
                break;
            case 4:
                Product<Extent.Of4>(rows, count, frame, result);
                break;
            case 5:
                Product<Extent.Of5>(rows, count, frame, result);
                break;
            case 6:
                Product<Extent.Of6>(rows, count, frame, result);
                break;
            case 7:
                Product<Extent.Of7>(rows, count, frame, result);
                break;
            default:
                Product<Extent.Of8>(rows, count, frame, result);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Slide(
        ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result, int columns, bool hasFirst, bool hasLast)
    {
        switch (columns)
        {
            case 1:
                Slide<Extent.Of1>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 2:
                Slide<Extent.Of2>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 3:
                Slide<Extent.Of3>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 4:
                Slide<Extent.Of4>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 5:
                Slide<Extent.Of5>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 6:
                Slide<Extent.Of6>(rows, count, frame, result, hasFirst, hasLast);
                break;
            case 7:
                Slide<Extent.Of7>(rows, count, frame, result, hasFirst, hasLast);
                break;
            default:
                Slide<Extent.Of8>(rows, count, frame, result, hasFirst, hasLast);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Product<TColumns>(ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result)
        where TColumns : IExtent
    {
        nint step = frame->Step, step2 = step + step;
        nint tapStep = frame->TapStep, weightStep = frame->WeightStep;
        nint last = frame->Channels - TSimd.Count;
        ConvRow<T>* end = rows + count;
        for (nint channel = frame->FirstChannel; channel < frame->EndChannel; channel += TSimd.Count)
        {
            nint at = nint.Min(channel, last);
            TVector c0 = default, c1 = default, c2 = default, c3 = default;
            TVector c4 = default, c5 = default, c6 = default, c7 = default;
            for (ConvRow<T>* row = rows; row != end; row++)
            {
                T* weights = row->Weights + frame->Weight + at;
                T* x = row->Source + frame->Source + at;
                for (int tap = frame->Taps; tap > 0; tap--)
                {
                    TVector weight = *(TVector*)weights;
                    T* x3 = x + step + step2, x6 = x3 + step + step2;
                    c0 = TSimd.MultiplyAdd(*(TVector*)x, weight, c0);
                    if (TColumns.Value > 1)
                    {
                        c1 = TSimd.MultiplyAdd(*(TVector*)(x + step), weight, c1);
                    }

                    if (TColumns.Value > 2)
                    {
                        c2 = TSimd.MultiplyAdd(*(TVector*)(x + step2), weight, c2);
                    }

                    if (TColumns.Value > 3)
                    {
                        c3 = TSimd.MultiplyAdd(*(TVector*)(x3), weight, c3);
                    }

                    if (TColumns.Value > 4)
                    {
                        c4 = TSimd.MultiplyAdd(*(TVector*)(x3 + step), weight, c4);
                    }

                    if (TColumns.Value > 5)
                    {
                        c5 = TSimd.MultiplyAdd(*(TVector*)(x3 + step2), weight, c5);
                    }

                    if (TColumns.Value > 6)
                    {
                        c6 = TSimd.MultiplyAdd(*(TVector*)(x6), weight, c6);
                    }

                    if (TColumns.Value > 7)
                    {
                        c7 = TSimd.MultiplyAdd(*(TVector*)(x6 + step), weight, c7);
                    }

                    x += tapStep;
                    weights += weightStep;
                }
            }

            Store<TColumns>(result + at, frame->ResultStep, c0, c1, c2, c3, c4, c5, c6, c7);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Slide<TColumns>(
        ConvRow<T>* rows, int count, DepthwiseFrame* frame, T* result, bool hasFirst, bool hasLast)
        where TColumns : IExtent
    {
        nint step = frame->Step, step2 = step + step;
        nint weightStep = frame->WeightStep;
        nint last = frame->Channels - TSimd.Count;
        ConvRow<T>* end = rows + count;
        for (nint channel = frame->FirstChannel; channel < frame->EndChannel; channel += TSimd.Count)
        {
            nint at = nint.Min(channel, last);
            TVector c0 = default, c1 = default, c2 = default, c3 = default;
            TVector c4 = default, c5 = default, c6 = default, c7 = default;
            for (ConvRow<T>* row = rows; row != end; row++)
            {
                T* weights = row->Weights + frame->Weight + at;
                TVector w0 = *(TVector*)weights;
                TVector w1 = *(TVector*)(weights + weightStep);
                TVector w2 = *(TVector*)(weights + weightStep + weightStep);
                T* x = row->Source + frame->Source + at;
                T* x3 = x + step + step2, x6 = x3 + step + step2, x9 = x6 + step + step2;
                if (hasFirst)
                {
                    c0 = TSimd.MultiplyAdd(*(TVector*)x, w0, c0);
                }

                TVector value = *(TVector*)(x + step);
                c0 = TSimd.MultiplyAdd(value, w1, c0);
                if (TColumns.Value > 1)
                {
                    c1 = TSimd.MultiplyAdd(value, w0, c1);
                }

                if (TColumns.Value > 1)
                {
                    value = *(TVector*)(x + step2);
                    c0 = TSimd.MultiplyAdd(value, w2, c0);
                    c1 = TSimd.MultiplyAdd(value, w1, c1);
                    if (TColumns.Value > 2)
                    {
                        c2 = TSimd.MultiplyAdd(value, w0, c2);
                    }
                }

                if (TColumns.Value > 2)
                {
                    value = *(TVector*)(x3);
                    c1 = TSimd.MultiplyAdd(value, w2, c1);
                    c2 = TSimd.MultiplyAdd(value, w1, c2);
                    if (TColumns.Value > 3)
                    {
                        c3 = TSimd.MultiplyAdd(value, w0, c3);
                    }
                }

                if (TColumns.Value > 3)
                {
                    value = *(TVector*)(x3 + step);
                    c2 = TSimd.MultiplyAdd(value, w2, c2);
                    c3 = TSimd.MultiplyAdd(value, w1, c3);
                    if (TColumns.Value > 4)
                    {
                        c4 = TSimd.MultiplyAdd(value, w0, c4);
                    }
                }

                if (TColumns.Value > 4)
                {
                    value = *(TVector*)(x3 + step2);
                    c3 = TSimd.MultiplyAdd(value, w2, c3);
                    c4 = TSimd.MultiplyAdd(value, w1, c4);
                    if (TColumns.Value > 5)
                    {
                        c5 = TSimd.MultiplyAdd(value, w0, c5);
                    }
                }

                if (TColumns.Value > 5)
                {
                    value = *(TVector*)(x6);
                    c4 = TSimd.MultiplyAdd(value, w2, c4);
                    c5 = TSimd.MultiplyAdd(value, w1, c5);
                    if (TColumns.Value > 6)
                    {
                        c6 = TSimd.MultiplyAdd(value, w0, c6);
                    }
                }

                if (TColumns.Value > 6)
                {
                    value = *(TVector*)(x6 + step);
                    c5 = TSimd.MultiplyAdd(value, w2, c5);
                    c6 = TSimd.MultiplyAdd(value, w1, c6);
                    if (TColumns.Value > 7)
                    {
                        c7 = TSimd.MultiplyAdd(value, w0, c7);
                    }
                }

                if (TColumns.Value > 7)
                {
                    value = *(TVector*)(x6 + step2);
                    c6 = TSimd.MultiplyAdd(value, w2, c6);
                    c7 = TSimd.MultiplyAdd(value, w1, c7);
                }

                if (hasLast)
                {
                    switch (TColumns.Value)
                    {
                        case 1:
                            c0 = TSimd.MultiplyAdd(*(TVector*)(x + step2), w2, c0);
                            break;
                        case 2:
                            c1 = TSimd.MultiplyAdd(*(TVector*)(x3), w2, c1);
                            break;
                        case 3:
                            c2 = TSimd.MultiplyAdd(*(TVector*)(x3 + step), w2, c2);
                            break;
                        case 4:
                            c3 = TSimd.MultiplyAdd(*(TVector*)(x3 + step2), w2, c3);
                            break;
                        case 5:
                            c4 = TSimd.MultiplyAdd(*(TVector*)(x6), w2, c4);
                            break;
                        case 6:
                            c5 = TSimd.MultiplyAdd(*(TVector*)(x6 + step), w2, c5);
                            break;
                        case 7:
                            c6 = TSimd.MultiplyAdd(*(TVector*)(x6 + step2), w2, c6);
                            break;
                        default:
                            c7 = TSimd.MultiplyAdd(*(TVector*)(x9), w2, c7);
                            break;
                    }
                }
            }

            Store<TColumns>(result + at, frame->ResultStep, c0, c1, c2, c3, c4, c5, c6, c7);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns>(
        T* result, nint step, TVector c0, TVector c1, TVector c2, TVector c3, TVector c4, TVector c5, TVector c6,
        TVector c7)
        where TColumns : IExtent
    {
        *(TVector*)result = c0;
        if (TColumns.Value > 1)
        {
            result += step;
            *(TVector*)result = c1;
        }

        if (TColumns.Value > 2)
        {
            result += step;
            *(TVector*)result = c2;
        }

        if (TColumns.Value > 3)
        {
            result += step;
            *(TVector*)result = c3;
        }

        if (TColumns.Value > 4)
        {
            result += step;
            *(TVector*)result = c4;
        }

        if (TColumns.Value > 5)
        {
            result += step;
            *(TVector*)result = c5;
        }

        if (TColumns.Value > 6)
        {
            result += step;
            *(TVector*)result = c6;
        }

        if (TColumns.Value > 7)
        {
            result += step;
            *(TVector*)result = c7;
        }
    }
}
