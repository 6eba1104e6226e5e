using Nabla.Graph;

namespace Nabla.Compiler.Fuse;

/// <summary>A node that computes: neither a leaf nor a view.</summary>
internal sealed class Work(int index, Node node, ValueRef[] inputs, WorkKind kind)
{
    /// <summary>The position in topological order.</summary>
    public int Index { get; } = index;

    public Node Node { get; } = node;

    public ValueRef[] Inputs { get; } = inputs;

    /// <summary>Whether it may join an elementwise program.</summary>
    public bool IsFusable => kind is WorkKind.Elementwise;

    /// <summary>Whether it is a contraction, which may finish its result's blocks with a cluster.</summary>
    public bool IsContraction => kind is WorkKind.Contraction;

    public Tensor Output => Node.Outputs[0];

    public WorkGroup Group { get; set; } = null!;

    /// <summary>
    /// The width of its elements in a register: 4 or 8 bytes; 0 where bytes and bools alone are concerned,
    /// which go with both.
    /// </summary>
    public int LaneSize
    {
        get
        {
            int size = Lane(Output.DType);
            foreach (ValueRef input in Node.Op is GeneratorOp ? [] : Inputs)
            {
                size = Math.Max(size, Lane(input.Root.DType));
            }

            return size;
        }
    }

    private static int Lane(DType dtype) => dtype.Size == 1 ? 0 : dtype.Size;
}
