using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>An input register of an elementwise program.</summary>
/// <param name="DType">The type of the register.</param>
/// <param name="Constant">The number, for a constant that is part of the program.</param>
/// <param name="Generator">The generator, for numbers made where they are used; its counter is the operand.</param>
public sealed record ElementwiseInput(DType DType, Scalar? Constant = null, GeneratorOp? Generator = null)
{
    /// <summary>
    /// Whether the register is loaded through an operand, or its generator reads its counter through one.
    /// </summary>
    public bool HasOperand => Constant is null;
}
