namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>What neighbouring results of a depthwise convolution have in common. Distances count elements.</summary>
internal struct DepthwiseFrame
{
    /// <summary>Where in a line of the source the first result meets its first tap.</summary>
    public nint Source;

    /// <summary>The distance between what neighbouring results meet.</summary>
    public nint Step;

    /// <summary>The distance between what neighbouring taps meet.</summary>
    public nint TapStep;

    /// <summary>Where the first tap is in a row of the kernel.</summary>
    public nint Weight;

    /// <summary>The distance between neighbouring taps in the kernel.</summary>
    public nint WeightStep;

    /// <summary>The number of taps in a row.</summary>
    public int Taps;

    /// <summary>The distance between neighbouring results.</summary>
    public nint ResultStep;

    /// <summary>The first channel that is wanted.</summary>
    public nint FirstChannel;

    /// <summary>Behind the last channel that is wanted.</summary>
    public nint EndChannel;

    /// <summary>The number of all channels.</summary>
    public nint Channels;
}
