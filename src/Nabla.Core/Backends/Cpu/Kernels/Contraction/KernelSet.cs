using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using Nabla.Backends.Cpu.Simd;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// The kernels of one element type and vector width, as addresses; a kernel compiles when it is first wanted.
/// </summary>
internal sealed unsafe class KernelSet<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int MostRows = 12;

    // The layouts of A, in the order of the table.
    private const int Rows = 0;
    private const int RowsFromAfar = 1;
    private const int Columns = 2;
    private const int Strip = 3;
    private const int Far = 4;
    private const int Layouts = 5;

    // With fewer independent sums than this a tile waits for its own multiply-adds.
    private const int FewestSums = 8;

    private readonly nint[] _tiles = new nint[Layouts * 4 * MostRows];
    private readonly Func<int, int, int, int, nint> _find;

    private KernelSet(int width, int tileRows, nint row, Func<int, int, int, int, nint> find)
    {
        Width = width;
        TileRows = tileRows;
        Row = (delegate*<T*, T*, T*, TileFrame*, int, void>)row;
        _find = find;
    }

    /// <summary>The kernels for the widest vectors of this processor.</summary>
    public static KernelSet<T> Best { get; } = For(WidestBits);

    /// <summary>The widest vectors, in bits, for which the processor has a fused multiply-add.</summary>
    /// <remarks>Without one, a scalar is no slower than a vector: each element is a call in either case.</remarks>
    public static int WidestBits => SimdWidth.HasMultiplyAdd ? SimdWidth.Bits : 0;

    /// <summary>The number of elements of a vector.</summary>
    public int Width { get; }

    /// <summary>The largest number of rows of a tile.</summary>
    public int TileRows { get; }

    /// <summary>One row by columns side by side.</summary>
    public delegate*<T*, T*, T*, TileFrame*, int, void> Row { get; }

    /// <summary>The kernels for vectors of so many bits; zero means one element at a time.</summary>
    public static KernelSet<T> For(int bits)
    {
        return bits switch
        {
            512 => Create<Vector512<T>, Simd512<T>>(),
            256 => Create<Vector256<T>, Simd256<T>>(),
            128 => Create<Vector128<T>, Simd128<T>>(),
            0 => Create<T, SimdScalar<T>>(),
            _ => throw new ArgumentOutOfRangeException(nameof(bits), bits, "Vectors have 512, 256, 128 or no bits."),
        };
    }

    /// <summary>
    /// The kernel for a tile of so many rows and columns, at most <see cref="TileRows"/> and two vectors, of the layout
    /// that a frame describes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public delegate*<T*, T*, T*, TileFrame*, int, void> Tile(int rows, int columns, TileFrame* frame)
    {
        int layout = frame->ADepth == 1
            ? frame->AAhead == 0 ? Rows : RowsFromAfar
            : frame->ARow == 1 && frame->AAhead == 0 ? Columns : Far;
        return Tile(rows, columns, layout);
    }

    /// <summary>
    /// Multiplies a block of A by a block of B, tile by tile: columns by columns, so that B's part of them stays near.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MultiplyTiles(
        T* a, T* b, T* c, int rows, int columns, TileFrame* tile, FetchAhead* ahead = null)
    {
        int mostRows = TileRows;
        int mostColumns = 2 * Width;
        TileFrame near = *tile;
        near.AAhead = tile->ADepth == 1 ? 0 : tile->AAhead;
        for (int j = 0; j < columns; j += mostColumns, tile = &near)
        {
            int width = Math.Min(mostColumns, columns - j);
            T* aRow = a;
            T* cRow = c + j;
            int rowsLeft = rows;
            if (rowsLeft >= mostRows)
            {
                delegate*<T*, T*, T*, TileFrame*, int, void> kernel = Tile(mostRows, width, tile);
                int keep = RowsToKeep(rowsLeft, width > Width ? 2 : 1);
                for (; rowsLeft >= mostRows + keep; rowsLeft -= mostRows)
                {
                    if (ahead != null)
                    {
                        ahead->Next();
                    }

                    kernel(aRow, b + j, cRow, tile, width);
                    aRow += mostRows * tile->ARow;
                    cRow += mostRows * tile->CRow;
                }
            }

            // What is left is one tile, or two of nearly the same height rather than a full one and a stump.
            while (rowsLeft > 0)
            {
                if (ahead != null)
                {
                    ahead->Next();
                }

                int height = rowsLeft > mostRows ? (rowsLeft + 1) / 2 : rowsLeft;
                Tile(height, width, tile)(aRow, b + j, cRow, tile, width);
                aRow += height * tile->ARow;
                cRow += height * tile->CRow;
                rowsLeft -= height;
            }
        }
    }

    /// <summary>The rows of the next strip of A, when so many are left: see <see cref="Strips{T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HeightOfStrip(int rowsLeft)
    {
        return rowsLeft >= TileRows + RowsToKeep(rowsLeft, 2) ? TileRows
            : rowsLeft > TileRows ? (rowsLeft + 1) / 2
            : rowsLeft;
    }

    /// <summary>Multiplies a block of A that lies in strips by a block of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MultiplyStrips(T* strips, T* b, T* c, int rows, int columns, TileFrame* tile, FetchAhead* ahead)
    {
        TileFrame own = *tile;
        own.ARow = 1;
        own.AAhead = 0;
        int mostColumns = 2 * Width;
        for (int j = 0; j < columns; j += mostColumns)
        {
            int width = Math.Min(mostColumns, columns - j);
            T* strip = strips;
            T* cRow = c + j;
            int height;
            for (int rowsLeft = rows; rowsLeft > 0; rowsLeft -= height)
            {
                ahead->Next();
                height = HeightOfStrip(rowsLeft);
                Tile(height, width, Strip)(strip, b + j, cRow, &own, width);
                strip += height * tile->Depth;
                cRow += height * tile->CRow;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private delegate*<T*, T*, T*, TileFrame*, int, void> Tile(int rows, int columns, int layout)
    {
        int vectors = columns > Width ? 2 : 1;
        int edge = columns < vectors * Width ? 1 : 0;
        nint tile = _tiles[Index(rows, vectors, edge, layout)];
        return (delegate*<T*, T*, T*, TileFrame*, int, void>)(tile != 0 ? tile : Find(rows, vectors, edge, layout));
    }

    private static KernelSet<T> Create<TVector, TSimd>()
        where TVector : unmanaged
        where TSimd : ISimd<TVector, T>
    {
        delegate*<T*, T*, T*, TileFrame*, int, void> row = &RowKernel<T, TVector, TSimd>.Run;
        return new KernelSet<T>(TSimd.Count, RowsOfTile(sizeof(TVector)), (nint)row, FindTile<TVector, TSimd>);
    }

    // A full tile is kept back, to be shared with a rest that alone would be too low.
    private int RowsToKeep(int rows, int vectors)
    {
        int rest = rows % TileRows;
        return rest != 0 && rest * vectors < FewestSums ? TileRows : 0;
    }

    // Two vectors wide: as many rows as leave registers for the operands,
    // of 32 with AVX-512 and on ARM, of 16 otherwise.
    private static int RowsOfTile(int vectorBytes)
    {
        return vectorBytes == 64 || AdvSimd.Arm64.IsSupported ? MostRows : MostRows / 2;
    }

    private static nint FindTile<TVector, TSimd>(int rows, int vectors, int edge, int layout)
        where TVector : unmanaged
        where TSimd : ISimd<TVector, T>
    {
        return rows switch
        {
            1 => FindTile<TVector, TSimd, Extent.Of1>(vectors, edge, layout),
            2 => FindTile<TVector, TSimd, Extent.Of2>(vectors, edge, layout),
            3 => FindTile<TVector, TSimd, Extent.Of3>(vectors, edge, layout),
            4 => FindTile<TVector, TSimd, Extent.Of4>(vectors, edge, layout),
            5 => FindTile<TVector, TSimd, Extent.Of5>(vectors, edge, layout),
            6 => FindTile<TVector, TSimd, Extent.Of6>(vectors, edge, layout),
            7 => FindTile<TVector, TSimd, Extent.Of7>(vectors, edge, layout),
            8 => FindTile<TVector, TSimd, Extent.Of8>(vectors, edge, layout),
            9 => FindTile<TVector, TSimd, Extent.Of9>(vectors, edge, layout),
            10 => FindTile<TVector, TSimd, Extent.Of10>(vectors, edge, layout),
            11 => FindTile<TVector, TSimd, Extent.Of11>(vectors, edge, layout),
            _ => FindTile<TVector, TSimd, Extent.Of12>(vectors, edge, layout),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint FindTile<TVector, TSimd, TRows>(int vectors, int edge, int layout)
        where TVector : unmanaged
        where TSimd : ISimd<TVector, T>
        where TRows : unmanaged, IExtent
    {
        return layout switch
        {
            Rows => FindTile<TVector, TSimd, TRows, LeftLayout.Rows>(vectors, edge),
            RowsFromAfar => FindTile<TVector, TSimd, TRows, LeftLayout.RowsFromAfar>(vectors, edge),
            Columns => FindTile<TVector, TSimd, TRows, LeftLayout.Columns>(vectors, edge),
            Strip => FindTile<TVector, TSimd, TRows, LeftLayout.Strip>(vectors, edge),
            _ => FindTile<TVector, TSimd, TRows, LeftLayout.Far>(vectors, edge),
        };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint FindTile<TVector, TSimd, TRows, TLeft>(int vectors, int edge)
        where TVector : unmanaged
        where TSimd : ISimd<TVector, T>
        where TRows : unmanaged, IExtent
        where TLeft : unmanaged
    {
        delegate*<T*, T*, T*, TileFrame*, int, void> tile = (vectors, edge) switch
        {
            (1, 0) => &TileKernel<T, TVector, TSimd, TRows, Extent.Of1, Extent.Of0, TLeft>.Run,
            (1, _) => &TileKernel<T, TVector, TSimd, TRows, Extent.Of1, Extent.Of1, TLeft>.Run,
            (_, 0) => &TileKernel<T, TVector, TSimd, TRows, Extent.Of2, Extent.Of0, TLeft>.Run,
            _ => &TileKernel<T, TVector, TSimd, TRows, Extent.Of2, Extent.Of1, TLeft>.Run,
        };
        return (nint)tile;
    }

    private static int Index(int rows, int vectors, int edge, int layout)
    {
        return (((((rows - 1) * Layouts) + layout) * 2) + vectors - 1) * 2 + edge;
    }

    // Two threads may find the same kernel at once; both write the same address.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint Find(int rows, int vectors, int edge, int layout)
    {
        nint tile = _find(rows, vectors, edge, layout);
        Volatile.Write(ref _tiles[Index(rows, vectors, edge, layout)], tile);
        return tile;
    }
}
