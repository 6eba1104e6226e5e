using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Copies blocks of the matrix of patches to lie side by side; what lies beyond an image is zero.</summary>
/// <remarks>
/// A gathered element is read once and used by every filter, so that copying costs a few percent where there are 64
/// filters; in return the product sees rows at even distances, whatever stride, dilation or padding there is.
/// </remarks>
internal sealed unsafe class PatchGather<T>(PatchGrid grid)
    where T : unmanaged
{
    private readonly int _planes = grid.Planes.Source;
    private readonly int _lines = grid.Lines.Source;
    private readonly int _lineLength = checked(grid.Columns.Source * grid.PixelStride);
    private readonly int _step = checked(grid.Columns.Step * grid.PixelStride);

    /// <summary>Copies rows one after another.</summary>
    /// <param name="source">The images, at the first channel of the patches.</param>
    /// <param name="row">The first patch.</param>
    /// <param name="rows">How many patches.</param>
    /// <param name="runs">Which elements of them.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="stride">The distance between rows there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rows(T* source, long row, int rows, PatchRun[] runs, T* destination, nint stride)
    {
        while (rows > 0)
        {
            (long line, long column) = Math.DivRem(row, grid.Columns.Grid);
            int count = (int)Math.Min(rows, grid.Columns.Grid - column);
            (long plane, line) = Math.DivRem(line, grid.Lines.Grid);
            (long image, plane) = Math.DivRem(plane, grid.Planes.Grid);
            T* images = source + (image * grid.ImageStride);
            foreach (PatchRun run in runs)
            {
                long sourcePlane = (plane * grid.Planes.Step) + run.Plane;
                long sourceLine = (line * grid.Lines.Step) + run.Line;
                T* to = destination + run.Destination;
                if ((ulong)sourcePlane >= (ulong)_planes || (ulong)sourceLine >= (ulong)_lines)
                {
                    Clear(to, run.Length, count, stride);
                }
                else
                {
                    T* from = images + (((sourcePlane * _lines) + sourceLine) * _lineLength);
                    Line(from, (column * _step) + run.Element, run.Length, count, to, stride);
                }
            }

            row += count;
            rows -= count;
            destination += count * stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Line(T* line, long at, int length, int count, T* destination, nint stride)
    {
        // Runs that begin before the line or end after it are few, and copied as far as they are there.
        for (; count > 0 && at < 0; count--, at += _step, destination += stride)
        {
            Clip(line, at, length, destination);
        }

        long whole = at + length > _lineLength ? 0 : ((_lineLength - length - at) / _step) + 1;
        int inside = (int)Math.Min(whole, count);
        Copy(line + at, _step, length, inside, destination, stride);
        at += (long)inside * _step;
        destination += inside * stride;
        for (count -= inside; count > 0; count--, at += _step, destination += stride)
        {
            Clip(line, at, length, destination);
        }
    }

    private void Clip(T* line, long at, int length, T* destination)
    {
        int start = (int)Math.Clamp(-at, 0, length), end = (int)Math.Clamp(_lineLength - at, start, length);
        new Span<T>(destination, start).Clear();
        if (end > start)
        {
            new ReadOnlySpan<T>(line + at + start, end - start).CopyTo(new Span<T>(destination + start, end - start));
        }

        new Span<T>(destination + end, length - end).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(T* source, nint step, int length, int count, T* destination, nint stride)
    {
        int bytes = length * sizeof(T);
        if (bytes >= 32)
        {
            for (; count > 0; count--, source += step, destination += stride)
            {
                byte* from = (byte*)source, to = (byte*)destination;
                byte* last = from + bytes - 32, end = to + bytes - 32;
                for (; from < last; from += 32, to += 32)
                {
                    Vector256.Load(from).Store(to);
                }

                Vector256.Load(last).Store(end);
            }
        }
        else if (bytes >= 16)
        {
            for (; count > 0; count--, source += step, destination += stride)
            {
                Vector128<byte> first = Vector128.Load((byte*)source);
                Vector128<byte> last = Vector128.Load((byte*)source + bytes - 16);
                first.Store((byte*)destination);
                last.Store((byte*)destination + bytes - 16);
            }
        }
        else
        {
            for (; count > 0; count--, source += step, destination += stride)
            {
                for (int i = 0; i < length; i++)
                {
                    destination[i] = source[i];
                }
            }
        }
    }

    private static void Clear(T* destination, int length, int count, nint stride)
    {
        for (; count > 0; count--, destination += stride)
        {
            new Span<T>(destination, length).Clear();
        }
    }
}
