namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>The image that tiles are taken from; beyond its borders it is zero. Strides count elements.</summary>
internal unsafe struct WinogradImage
{
    /// <summary>The first channel that is wanted of the first pixel.</summary>
    public float* First;

    /// <summary>How many lines it has.</summary>
    public nint Lines;

    /// <summary>How many pixels a line has.</summary>
    public nint Columns;

    /// <summary>The distance between lines.</summary>
    public nint LineStride;

    /// <summary>The distance between pixels of a line.</summary>
    public nint PixelStride;
}
