namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>What the rows of all pictures of a step have in common.</summary>
internal readonly struct AffineGeometry(AffineSampleOp op, Shape images)
{
    /// <summary>Rows of an image.</summary>
    public int Height { get; } = checked((int)images[1]);

    /// <summary>Columns of an image.</summary>
    public int Width { get; } = checked((int)images[2]);

    /// <summary>Rows of a picture.</summary>
    public int ResultHeight { get; } = checked((int)op.Height);

    /// <summary>Columns of a picture.</summary>
    public int ResultWidth { get; } = checked((int)op.Width);

    /// <summary>
    /// The least position: one pixel outside, where the border of the padded image lies, or the edge.
    /// </summary>
    public float Low { get; } = op.FillMode is FillMode.Nearest ? 0 : -1;

    /// <summary>The greatest position along a row.</summary>
    public float HighX { get; } = op.FillMode is FillMode.Nearest ? images[2] - 1 : images[2];

    /// <summary>The greatest position along a column.</summary>
    public float HighY { get; } = op.FillMode is FillMode.Nearest ? images[1] - 1 : images[1];

    /// <summary>What makes rounding down find the nearest pixel; 0 where values between pixels are made.</summary>
    public float Offset { get; } = op.Interpolation is Interpolation.Nearest ? 0.5f : 0;
}
