using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>One operation of an elementwise program; its result is a new register.</summary>
/// <param name="Op">What to compute.</param>
/// <param name="DType">The type of the result.</param>
/// <param name="Arguments">The registers that it reads: inputs come first, then instructions in order.</param>
public sealed record ElementwiseInstruction(ElementwiseOp Op, DType DType, Axes<int> Arguments);
