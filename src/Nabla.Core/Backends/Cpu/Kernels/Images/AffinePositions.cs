using System.Runtime.Intrinsics;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>
/// For some rows of a picture, the pixel above and to the left of each position in the image, and how far away it is.
/// </summary>
/// <remarks>Rows follow each other without a gap, so that vectors need not end with them.</remarks>
internal readonly unsafe struct AffinePositions
{
    private const int LargestVector = 16;
    private const int WantedPixels = 1024;
    private const int Parts = 4;

    public AffinePositions(float* memory, int width)
    {
        int capacity = Capacity(width);
        Columns = (int*)memory;
        Rows = (int*)(memory + capacity);
        Right = memory + (2 * capacity);
        Down = memory + (3 * capacity);
    }

    public int* Columns { get; }

    public int* Rows { get; }

    /// <summary>How far the position lies right of the pixel, from 0 to 1.</summary>
    public float* Right { get; }

    /// <summary>How far the position lies below the pixel.</summary>
    public float* Down { get; }

    /// <summary>How many floats of memory the parts take.</summary>
    public static long Length(int width) => Parts * (long)Capacity(width);

    /// <summary>How many rows go together.</summary>
    public static int RowsAtOnce(int width) => Math.Max(WantedPixels / width, 1);

    /// <summary>Fills the parts for rows from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public void Fill<TFold>(float* matrix, int start, int end, int width, in AffineGeometry geometry)
        where TFold : IPositionFold
    {
        for (int y = start; y < end; y++)
        {
            FillRow<TFold>(matrix, y, (y - start) * width, width, geometry);
        }
    }

    private void FillRow<TFold>(float* matrix, int y, int first, int width, in AffineGeometry geometry)
        where TFold : IPositionFold
    {
        switch (SimdWidth.Bits)
        {
            case 512:
                Fill<TFold, Simd512<float>, Vector512<float>>(matrix, y, first, width, geometry);
                break;
            case 256:
                Fill<TFold, Simd256<float>, Vector256<float>>(matrix, y, first, width, geometry);
                break;
            case 128:
                Fill<TFold, Simd128<float>, Vector128<float>>(matrix, y, first, width, geometry);
                break;
            default:
                Fill<TFold, SimdScalar<float>, float>(matrix, y, first, width, geometry);
                break;
        }
    }

    // A vector that starts within the last row may end beyond it.
    private static int Capacity(int width) => (RowsAtOnce(width) * width) + LargestVector;

    private void Fill<TFold, TSimd, TVector>(float* matrix, int y, int first, int width, in AffineGeometry geometry)
        where TFold : IPositionFold
        where TSimd : ISimd<TVector, float>
        where TVector : unmanaged
    {
        TVector acrossX = TSimd.Create(matrix[0]), acrossY = TSimd.Create(matrix[3]);
        TVector startX = TSimd.Create(MathF.FusedMultiplyAdd(matrix[1], y, matrix[2]));
        TVector startY = TSimd.Create(MathF.FusedMultiplyAdd(matrix[4], y, matrix[5]));
        TVector low = TSimd.Create(geometry.Low), offset = TSimd.Create(geometry.Offset);
        TVector highX = TSimd.Create(geometry.HighX), highY = TSimd.Create(geometry.HighY);
        float extentX = geometry.Width, extentY = geometry.Height;
        for (int x = 0; x < width; x += TSimd.Count)
        {
            int place = first + x;
            TVector column = TSimd.FromIntegerBits(TSimd.AddBits(TSimd.Indices, TSimd.FromBits(x)));
            TVector u = TFold.Apply<TSimd, TVector>(TSimd.MultiplyAdd(column, acrossX, startX), extentX);
            TVector v = TFold.Apply<TSimd, TVector>(TSimd.MultiplyAdd(column, acrossY, startY), extentY);

            // In this order, so that what is no number becomes a limit, and no address is made of it.
            u = TSimd.Add(TSimd.Larger(TSimd.Lesser(u, highX), low), offset);
            v = TSimd.Add(TSimd.Larger(TSimd.Lesser(v, highY), low), offset);
            TVector left = TSimd.Floor(u), top = TSimd.Floor(v);
            TSimd.Store(TSimd.ToIntegerBits(left), (float*)Columns + place);
            TSimd.Store(TSimd.ToIntegerBits(top), (float*)Rows + place);
            TSimd.Store(TSimd.Subtract(u, left), Right + place);
            TSimd.Store(TSimd.Subtract(v, top), Down + place);
        }
    }
}
