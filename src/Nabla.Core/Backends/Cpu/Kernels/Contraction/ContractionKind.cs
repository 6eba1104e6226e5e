namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>The kernel family of a product, which decides the order of its sums.</summary>
internal enum ContractionKind
{
    /// <summary>Tiles of rows by vectors of columns.</summary>
    Tiles,

    /// <summary>One row by columns side by side.</summary>
    Row,

    /// <summary>One row by columns that lie along the depth.</summary>
    Dots,

    /// <summary>A single number from two vectors side by side.</summary>
    SingleDot,
}
