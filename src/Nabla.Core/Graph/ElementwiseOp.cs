namespace Nabla.Graph;

/// <summary>
/// An operation that computes each element of its result from the elements at the same place in its inputs.
/// </summary>
/// <remarks>
/// Inputs of a node have equal shapes and types: <see cref="Tensor.AlignWith"/> casts and broadcasts them before, as
/// operations of their own, so that gradients and fusion need not know of either.
/// </remarks>
public abstract record ElementwiseOp : Op
{
    /// <summary>Which element types it takes.</summary>
    public virtual OpDomain Domain => OpDomain.Floating;

    /// <summary>
    /// The inputs whose product it is, plus perhaps another one; null for what is no product. A constant factor moves
    /// into the weights of a frozen program.
    /// </summary>
    public virtual ProductTerms? Product => null;

    /// <summary>The type of the result for inputs of type <paramref name="input"/>.</summary>
    public virtual DType ResultType(DType input) => input;

    /// <summary>The definition for one element.</summary>
    public abstract double Reference(ReadOnlySpan<double> inputs);

    /// <inheritdoc/>
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor first = inputs[0];
        CheckDomain(first);
        foreach (Tensor other in inputs[1..])
        {
            if (other.Shape != first.Shape)
            {
                throw new ShapeMismatchException(
                    $"{Subject} takes inputs of one shape but got {first.Shape} and {other.Shape}.",
                    first.Shape, other.Shape);
            }

            if (other.DType != first.DType)
            {
                throw new DTypeMismatchException(
                    $"{Subject} takes inputs of one type but got {first.DType} and {other.DType}; cast one of them.",
                    first.DType, other.DType);
            }
        }

        return new TensorSpec(ResultType(first.DType), first.Shape);
    }

    /// <inheritdoc/>
    public override void Reference(ReferenceCall call)
    {
        Span<double> element = stackalloc double[call.Inputs.Count];
        ReferenceTensor output = call.Outputs[0];
        for (long i = 0; i < output.Values.Length; i++)
        {
            for (int input = 0; input < element.Length; input++)
            {
                element[input] = call.Inputs[input][i];
            }

            output[i] = Reference(element);
        }
    }

    /// <summary>Throws unless the type of <paramref name="x"/> is in <see cref="Domain"/>.</summary>
    protected void CheckDomain(Tensor x)
    {
        bool fits = Domain switch
        {
            OpDomain.Floating => x.DType.IsFloating,
            OpDomain.Numeric => x.DType is not DType.Bool,
            OpDomain.Logical => !x.DType.IsFloating,
            _ => true,
        };
        if (!fits)
        {
            throw new DTypeMismatchException(
                $"{Subject} takes {Domain.ToString().ToLowerInvariant()} elements but got {x.Spec}; "
                + "cast it with Cast(DType.…).", x.DType);
        }
    }
}
