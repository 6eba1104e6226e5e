using Nabla.Graph;

namespace Nabla.Compiler;

/// <summary>What the compiler asks about the backend that it compiles for.</summary>
public abstract class BackendTraits
{
    /// <summary>Whether an elementwise operation or generator may become part of a fused program.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="input">The type of its (last) input.</param>
    /// <param name="output">The type of its result.</param>
    public abstract bool CanFuse(Op op, DType input, DType output);

    /// <summary>
    /// Whether a contraction has a kernel, one that can finish blocks of its result; otherwise it is called as it is.
    /// </summary>
    public virtual bool HasKernel(ContractionOp op) => true;

    /// <summary>
    /// Whether a fused operation has a kernel for elements of <paramref name="dtype"/>;
    /// otherwise its definition is compiled.
    /// </summary>
    public abstract bool HasKernel(FusedOp op, DType dtype);
}
