namespace Nabla.Graph;

/// <summary>
/// A composition that is its own definition, gradient and fallback, and that a device may have a faster kernel for.
/// </summary>
public abstract record FusedOp : Op
{
    /// <summary>The definition, in tensor language.</summary>
    public abstract Tensor[] Define(IReadOnlyList<Tensor> inputs);

    /// <summary>
    /// Whether <see cref="Gradient"/> states a backward computation of its own
    /// instead of deriving it from the definition.
    /// </summary>
    public virtual bool HasOwnGradient => false;

    /// <summary>
    /// The definition, which has as many results as the operation says, of the types and shapes it says.
    /// </summary>
    internal Tensor[] Definition(Tensor[] inputs)
    {
        Tensor[] outputs = Define(inputs);
        if (outputs is null || outputs.Length != OutputCount)
        {
            throw new InvalidOperationException(
                $"{Name}.Define returned {(outputs is null ? "null" : $"{outputs.Length} results")}, but the "
                + "operation has "
                + $"{OutputCount}; return one tensor for each, or mend OutputCount.");
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            TensorSpec expected = InferOutput(inputs, i);
            if (outputs[i].Spec != expected)
            {
                throw new ShapeMismatchException(
                    $"{Name}.Define returned {outputs[i].Spec} as result {i}, but its shape rule says {expected}; "
                    + "mend one of them.", outputs[i].Shape, expected.Shape);
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) =>
        throw new NotSupportedException($"The gradient of {Name} is derived from its definition.");

    /// <inheritdoc/>
    public sealed override void Reference(ReferenceCall call) =>
        throw new NotSupportedException($"{Name} is defined by its composition.");
}
