using Nabla.Backends.Cpu.Kernels.Elementwise;
using Nabla.Graph;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Which instruction computes which elementwise operation.</summary>
internal sealed class ElementwiseTable
{
    private readonly Dictionary<Type, (ElementwiseForm Form, LaneOperation? Operation)> _entries = [];

    /// <summary>Registers a function of one value.</summary>
    /// <param name="cost">Roughly the cycles that one vector takes.</param>
    public void Unary<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : IUnaryKernel =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Function, new UnaryOperation<TKernel>(cost)));

    /// <summary>Registers a function of two values.</summary>
    public void Binary<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : IBinaryKernel =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Function, new BinaryOperation<TKernel>(cost)));

    /// <summary>Registers a function of three values.</summary>
    public void Ternary<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : ITernaryKernel =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Function, new TernaryOperation<TKernel>(cost)));

    /// <summary>Registers a question about one value.</summary>
    public void Test<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : IUnaryPredicate =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Test, new UnaryTest<TKernel>(cost)));

    /// <summary>Registers a comparison.</summary>
    public void Comparison<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : IBinaryPredicate =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Test, new BinaryTest<TKernel>(cost)));

    /// <summary>Registers a choice by a mask.</summary>
    public void Choice<TOp, TKernel>(int cost = 1)
        where TOp : ElementwiseOp
        where TKernel : ITernaryKernel =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Select, new TernaryOperation<TKernel>(cost)));

    /// <summary>Registers the operation that changes the type of elements.</summary>
    public void Cast<TOp>()
        where TOp : ElementwiseOp =>
        _entries.Add(typeof(TOp), (ElementwiseForm.Cast, null));

    public bool Contains(ElementwiseOp op) => _entries.ContainsKey(op.GetType());

    public (ElementwiseForm Form, LaneOperation? Operation) Find(ElementwiseOp op) =>
        _entries.TryGetValue(op.GetType(), out (ElementwiseForm, LaneOperation?) entry)
            ? entry
            : throw new KernelNotFoundException($"The CPU has no kernel for {op.Name} in fused programs.");
}
