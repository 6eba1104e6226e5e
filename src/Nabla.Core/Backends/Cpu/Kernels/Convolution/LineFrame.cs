namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>What neighbouring results have in common that see few channels. Distances count elements.</summary>
internal struct LineFrame
{
    /// <summary>Where in a line of the source the first result meets its first tap.</summary>
    public nint Source;

    /// <summary>The distance between what neighbouring results meet.</summary>
    public nint Step;

    /// <summary>The distance between what neighbouring taps meet.</summary>
    public nint TapStep;

    /// <summary>Where the first tap and filter are in a row of the kernel.</summary>
    public nint Weight;

    /// <summary>The distance between neighbouring taps in the kernel.</summary>
    public nint WeightStep;

    /// <summary>The number of taps in a row.</summary>
    public int Taps;

    /// <summary>The channels of each tap, side by side.</summary>
    public int Depth;

    /// <summary>The distance between channels in the kernel: the number of all filters.</summary>
    public nint Filters;

    /// <summary>The distance between neighbouring results.</summary>
    public nint ResultStep;
}
