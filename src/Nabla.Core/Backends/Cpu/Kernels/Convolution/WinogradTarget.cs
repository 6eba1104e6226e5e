namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>Where a tile goes at its points. Strides count elements.</summary>
internal unsafe struct WinogradTarget
{
    /// <summary>The first channel at the first point.</summary>
    public float* First;

    /// <summary>The distance between points.</summary>
    public nint Plane;

    /// <summary>
    /// How many channels lie side by side: all of them, or a panel, which divides <see cref="WinogradLoops.Group"/>.
    /// </summary>
    public int Width;

    /// <summary>The distance between panels.</summary>
    public nint PanelStride;
}
