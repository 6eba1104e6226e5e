namespace Nabla.Graph;

/// <summary>One application of an operation: the unit of the lazy graph.</summary>
public sealed class Node
{
    internal Node(Op op, Tensor[] inputs)
    {
        Op = op;
        Inputs = inputs;
        Path = LayerScope.Current;
        foreach (Tensor input in inputs)
        {
            Depth = Math.Max(Depth, (input.Node?.Depth ?? 0) + 1);
        }

        var outputs = new Tensor[op.OutputCount];
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new Tensor(this, i, op.InferOutput(inputs, i));
        }

        Outputs = outputs;
    }

    /// <summary>What is computed.</summary>
    public Op Op { get; }

    /// <summary>What it is computed from.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The results.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>
    /// The layer that recorded this node, as in <c>encoder.2.attention</c>; kept through autodiff and fusion.
    /// </summary>
    public string? Path { get; }

    /// <summary>The length of the longest unevaluated chain that ends here.</summary>
    public int Depth { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Op}({string.Join(", ", Inputs.Select(input => input.Spec))})";
}
