namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// Decisions of a plan that change its speed but not one bit of its result; for tests and measurements.
/// </summary>
/// <param name="PackRight">Whether B is packed even though it could be used as it lies.</param>
/// <param name="PackLeft">Whether an A whose rows lie side by side is packed.</param>
/// <param name="RowBlock">The largest number of rows of a chunk.</param>
/// <param name="ColumnBlock">The largest number of columns of a chunk.</param>
/// <param name="VectorBits">The width of vectors.</param>
/// <param name="IsRightFrozen">Whether B never changes, so that it may be packed before all runs.</param>
internal sealed record MatrixProductChoices(
    bool? PackRight = null, bool? PackLeft = null, int? RowBlock = null, int? ColumnBlock = null,
    int? VectorBits = null, bool IsRightFrozen = false);
