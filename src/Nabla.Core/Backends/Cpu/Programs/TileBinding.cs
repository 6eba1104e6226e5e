using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Where an operand of a tile function comes from.</summary>
/// <param name="DType">The type of its elements.</param>
/// <param name="Operand">The memory of a step; null for memory that is handed over from run to run.</param>
/// <param name="Generator">Makes the elements; the operand is then its counter.</param>
internal sealed record TileBinding(DType DType, Operand? Operand, TileGenerator? Generator = null);
