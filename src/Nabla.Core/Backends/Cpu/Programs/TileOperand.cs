namespace Nabla.Backends.Cpu.Programs;

/// <summary>A register and the operand of the tile function that it is read from or written to.</summary>
/// <param name="Register">The register.</param>
/// <param name="DType">The type of the elements in memory.</param>
/// <param name="Operand">The index into the pointers of the tile function.</param>
/// <param name="IsBroadcast">Whether one element serves a whole row; otherwise elements lie one after another.</param>
internal sealed record TileOperand(int Register, DType DType, int Operand, bool IsBroadcast);
