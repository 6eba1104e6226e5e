namespace Nabla.Data.Formats;

/// <summary>One of the planes that a JPEG picture is made of.</summary>
/// <param name="id">Its name in the file.</param>
/// <param name="horizontal">Samples across in a unit of all components.</param>
/// <param name="vertical">Samples down in a unit of all components.</param>
/// <param name="quantization">The number of its quantization table.</param>
internal sealed class JpegComponent(int id, int horizontal, int vertical, int quantization)
{
    /// <summary>The side of a block.</summary>
    public const int BlockExtent = 8;

    /// <summary>Coefficients of a block.</summary>
    public const int BlockLength = BlockExtent * BlockExtent;

    public int Id { get; } = id;

    public int Horizontal { get; } = horizontal;

    public int Vertical { get; } = vertical;

    public int Quantization { get; } = quantization;

    /// <summary>Samples in a row that belong to the picture.</summary>
    public int Width { get; private set; }

    /// <summary>Rows that belong to the picture.</summary>
    public int Height { get; private set; }

    /// <summary>Blocks in a row, whole units.</summary>
    public int BlocksAcross { get; private set; }

    /// <summary>Rows of blocks, whole units.</summary>
    public int BlocksDown { get; private set; }

    /// <summary>Samples from one row to the next.</summary>
    public int Stride => BlocksAcross * BlockExtent;

    /// <summary>The samples, [rows of blocks · 8, stride].</summary>
    public byte[] Samples { get; private set; } = [];

    /// <summary>The coefficients of a progressive file, a block after another in natural order; else empty.</summary>
    public short[] Coefficients { get; private set; } = [];

    /// <summary>The quantization table in zigzag order as its first scan found it.</summary>
    public ushort[]? Divisors { get; set; }

    /// <summary>The last constant coefficient.</summary>
    public int Prediction { get; set; }

    public JpegHuffmanTable? Constant { get; set; }

    public JpegHuffmanTable? Varying { get; set; }

    /// <summary>Fits the component to the picture.</summary>
    public void Fit(int width, int height, int largestHorizontal, int largestVertical)
    {
        Width = Ratio(width * (long)Horizontal, largestHorizontal);
        Height = Ratio(height * (long)Vertical, largestVertical);
        BlocksAcross = Ratio(width, BlockExtent * largestHorizontal) * Horizontal;
        BlocksDown = Ratio(height, BlockExtent * largestVertical) * Vertical;
    }

    /// <summary>Makes room for the samples, and for coefficients where scans refine them.</summary>
    public void Allocate(bool isProgressive)
    {
        Samples = new byte[BlocksAcross * BlocksDown * BlockLength];
        Coefficients = isProgressive ? new short[Samples.Length] : [];
    }

    private static int Ratio(long number, int divisor) => (int)((number + divisor - 1) / divisor);
}
