namespace Nabla.Backends.Cpu.Kernels.Sorting;

/// <summary>An element to be sorted.</summary>
/// <param name="Key">Its <see cref="SortKey"/>.</param>
/// <param name="Place">Where it was.</param>
internal readonly record struct SortEntry(ulong Key, long Place);
