namespace Nabla.Backends.Cpu.Programs;

/// <summary>Emitted code for a tile.</summary>
/// <param name="pointers">For each operand, the first element of the first row.</param>
/// <param name="strides">For each operand, the bytes between rows.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="first">The first column to compute.</param>
/// <param name="count">The number of columns: whole vectors, or less than one.</param>
internal unsafe delegate void TileMethod(byte** pointers, nint* strides, nint rows, nint first, nint count);
