namespace Nabla.Backends.Cpu.Programs;

/// <summary>Which of the two lane types of a program a register holds; both have the same width.</summary>
internal enum LaneKind
{
    /// <summary>float32 or float64; masks that comparisons of those make.</summary>
    Floating,

    /// <summary>int32 or int64, bytes as numbers, and masks.</summary>
    Integer,
}
