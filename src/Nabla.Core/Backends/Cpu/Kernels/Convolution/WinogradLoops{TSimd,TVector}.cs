using System.Runtime.CompilerServices;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <inheritdoc/>
internal sealed unsafe class WinogradLoops<TSimd, TVector> : WinogradLoops
    where TSimd : ISimd<TVector, float>
    where TVector : unmanaged
{
    public override void Image(
        WinogradImage* image, nint line, nint column, int channels, WinogradTarget* target, float* scratch) =>
        Gather<WinogradTransform.OfImages>(image, line, column, channels, target, scratch);

    public override void Gradient(
        WinogradImage* image, nint line, nint column, int channels, WinogradTarget* target, float* scratch) =>
        Gather<WinogradTransform.OfGradients>(image, line, column, channels, target, scratch);

    public override void Kernel(float* from, nint tap, int count, float* to, nint plane, float* scratch) =>
        Spread<WinogradTransform.OfKernels>(from, tap, count, to, plane, scratch);

    public override void Sum(float* from, nint plane, int count, float* to, nint tap, float* scratch) =>
        Spread<WinogradTransform.OfSums>(from, plane, count, to, tap, scratch);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Product(
        float* from, nint plane, int columns, float* to, nint lineStride, nint pixelStride, int lines, int pixels,
        float* scratch)
    {
        float** sources = stackalloc float*[Points];
        float** targets = stackalloc float*[Points];
        float* unwanted = scratch + (Planes * Group);
        for (int first = 0; first < columns; first += Group)
        {
            int count = Math.Min(Group, columns - first);
            for (int j = 0; j < Points; j++)
            {
                for (int i = 0; i < Points; i++)
                {
                    sources[i] = from + first + (((i * Points) + j) * plane);
                    targets[i] = scratch + (((i * Points) + j) * Group);
                }

                Pass<WinogradTransform.OfProducts>(sources, targets, count, count, 0);
            }

            for (int i = 0; i < lines; i++)
            {
                for (int j = 0; j < Points; j++)
                {
                    sources[j] = scratch + (((i * Points) + j) * Group);
                    targets[j] = j < pixels ? to + first + (i * lineStride) + (j * pixelStride) : unwanted;
                }

                Pass<WinogradTransform.OfProducts>(sources, targets, count, count, 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<TTransform>(
        WinogradImage* image, nint line, nint column, int channels, WinogradTarget* target, float* scratch)
        where TTransform : IWinogradTransform
    {
        float** sources = stackalloc float*[Points];
        float** targets = stackalloc float*[Points];
        float* zeros = scratch + ScratchElements - Group;
        for (int first = 0; first < channels; first += Group)
        {
            int count = Math.Min(Group, channels - first);
            for (int j = 0; j < TTransform.Inputs; j++)
            {
                for (int i = 0; i < Points; i++)
                {
                    targets[i] = scratch + (((i * TTransform.Inputs) + j) * Group);
                }

                if ((nuint)(column + j) >= (nuint)image->Columns)
                {
                    for (int i = 0; i < Points; i++)
                    {
                        new Span<float>(targets[i], count).Clear();
                    }

                    continue;
                }

                float* pixel = image->First + ((column + j) * image->PixelStride) + first;
                for (int i = 0; i < TTransform.Inputs; i++)
                {
                    nint at = line + i;
                    sources[i] = (nuint)at < (nuint)image->Lines ? pixel + (at * image->LineStride) : zeros;
                }

                Pass<TTransform>(sources, targets, count, count, 0);
            }

            (int panel, int place) = Math.DivRem(first, target->Width);
            int width = Math.Min(target->Width, count);
            Rows<TTransform>(
                sources, targets, count, target->First + (panel * target->PanelStride) + place, target->Plane, width,
                target->PanelStride - width, scratch);
        }
    }

    /// <summary>From planes to planes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<TTransform>(
        float* from, nint fromPlane, int columns, float* to, nint toPlane, float* scratch)
        where TTransform : IWinogradTransform
    {
        float** sources = stackalloc float*[Points];
        float** targets = stackalloc float*[Points];
        for (int first = 0; first < columns; first += Group)
        {
            int count = Math.Min(Group, columns - first);
            for (int j = 0; j < TTransform.Inputs; j++)
            {
                for (int i = 0; i < Points; i++)
                {
                    sources[i] = from + first + (((i * TTransform.Inputs) + j) * fromPlane);
                    targets[i] = scratch + (((i * TTransform.Inputs) + j) * Group);
                }

                Pass<TTransform>(sources, targets, count, count, 0);
            }

            Rows<TTransform>(sources, targets, count, to + first, toPlane, count, 0, scratch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TTransform>(
        float** sources, float** targets, int count, float* to, nint plane, int width, nint jump, float* scratch)
        where TTransform : IWinogradTransform
    {
        for (int i = 0; i < TTransform.Outputs; i++)
        {
            for (int j = 0; j < Points; j++)
            {
                sources[j] = scratch + (((i * TTransform.Inputs) + j) * Group);
                targets[j] = to + (((i * TTransform.Outputs) + j) * plane);
            }

            Pass<TTransform>(sources, targets, count, width, jump);
        }
    }

    /// <summary>
    /// One axis: from as many streams as a transform takes, into as many as it makes, which jump after each
    /// <paramref name="width"/> elements.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pass<TTransform>(float** sources, float** targets, int count, int width, nint jump)
        where TTransform : IWinogradTransform
    {
        float* p0 = sources[0], p1 = sources[1], p2 = sources[2], p3 = sources[3], p4 = sources[4], p5 = sources[5];
        float* q0 = targets[0], q1 = targets[1], q2 = targets[2], q3 = targets[3], q4 = targets[4], q5 = targets[5];
        nint i = 0, end = width;
        while (true)
        {
            nint last = nint.Min(end, count) - TSimd.Count;
            for (; i <= last; i += TSimd.Count)
            {
                TVector x3 = default, x4 = default, x5 = default;
                TVector x0 = *(TVector*)(p0 + i), x1 = *(TVector*)(p1 + i), x2 = *(TVector*)(p2 + i);
                if (TTransform.Inputs > 3)
                {
                    x3 = *(TVector*)(p3 + i);
                }

                if (TTransform.Inputs > 4)
                {
                    x4 = *(TVector*)(p4 + i);
                    x5 = *(TVector*)(p5 + i);
                }

                TTransform.Apply<TSimd, TVector>(
                    x0, x1, x2, x3, x4, x5,
                    out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5);
                *(TVector*)(q0 + i) = y0;
                *(TVector*)(q1 + i) = y1;
                *(TVector*)(q2 + i) = y2;
                if (TTransform.Outputs > 3)
                {
                    *(TVector*)(q3 + i) = y3;
                }

                if (TTransform.Outputs > 4)
                {
                    *(TVector*)(q4 + i) = y4;
                    *(TVector*)(q5 + i) = y5;
                }
            }

            if (i >= count || i < end)
            {
                break;
            }

            end += width;
            q0 += jump;
            q1 += jump;
            q2 += jump;
            q3 += jump;
            q4 += jump;
            q5 += jump;
        }

        if (i < count)
        {
            int rest = count - (int)i;
            TVector x3 = default, x4 = default, x5 = default;
            TVector x0 = TSimd.LoadPartial(p0 + i, rest), x1 = TSimd.LoadPartial(p1 + i, rest);
            TVector x2 = TSimd.LoadPartial(p2 + i, rest);
            if (TTransform.Inputs > 3)
            {
                x3 = TSimd.LoadPartial(p3 + i, rest);
            }

            if (TTransform.Inputs > 4)
            {
                x4 = TSimd.LoadPartial(p4 + i, rest);
                x5 = TSimd.LoadPartial(p5 + i, rest);
            }

            TTransform.Apply<TSimd, TVector>(
                x0, x1, x2, x3, x4, x5,
                out TVector y0, out TVector y1, out TVector y2, out TVector y3, out TVector y4, out TVector y5);
            TSimd.StorePartial(y0, q0 + i, rest);
            TSimd.StorePartial(y1, q1 + i, rest);
            TSimd.StorePartial(y2, q2 + i, rest);
            if (TTransform.Outputs > 3)
            {
                TSimd.StorePartial(y3, q3 + i, rest);
            }

            if (TTransform.Outputs > 4)
            {
                TSimd.StorePartial(y4, q4 + i, rest);
                TSimd.StorePartial(y5, q5 + i, rest);
            }
        }
    }
}
