using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu;

/// <content>Kernels of your own, by the same contract as those of the library. Register them once, at start.</content>
public sealed partial class CpuBackend
{
    /// <summary>Gives an elementwise operation of one input a vector body; from then on it fuses with others.</summary>
    /// <typeparam name="TOp">The operation.</typeparam>
    /// <typeparam name="TKernel">Its formula, written once for every vector width and element type.</typeparam>
    /// <param name="cost">Roughly the cycles that one vector takes.</param>
    /// <exception cref="ArgumentException">The operation has a kernel already.</exception>
    public void AddUnaryKernel<TOp, TKernel>(int cost = 1)
        where TOp : UnaryOp
        where TKernel : IUnaryKernel =>
        _table.Elementwise.Unary<TOp, TKernel>(cost);

    /// <summary>Gives an elementwise operation of two inputs a vector body; from then on it fuses too.</summary>
    /// <inheritdoc cref="AddUnaryKernel{TOp, TKernel}(int)"/>
    public void AddBinaryKernel<TOp, TKernel>(int cost = 1)
        where TOp : BinaryOp
        where TKernel : IBinaryKernel =>
        _table.Elementwise.Binary<TOp, TKernel>(cost);

    /// <summary>Gives any other operation a kernel; without one it runs by its definition, slowly.</summary>
    /// <typeparam name="TOp">The operation.</typeparam>
    /// <param name="create">Makes the kernel of one step; all operands are contiguous.</param>
    /// <exception cref="ArgumentException">The operation has a kernel already.</exception>
    public void AddKernel<TOp>(Func<CallPlan, Kernel> create)
        where TOp : Op
    {
        ArgumentNullException.ThrowIfNull(create);
        _table.Own<TOp>(create);
    }
}
