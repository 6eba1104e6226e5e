namespace Nabla.Graph;

/// <summary>An operation whose elements depend on their position alone, and on a counter: random numbers.</summary>
/// <remarks>
/// Input 0 is an int64 scalar, the counter (usually the step). A generator fuses like an elementwise operation: its
/// numbers are made tile by tile where they are used and need no memory.
/// </remarks>
/// <param name="Shape">The extents of the result.</param>
public abstract record GeneratorOp(Shape Shape) : Op
{
    /// <summary>The type of the result.</summary>
    public virtual DType ResultType => DType.Float32;

    /// <summary>The element at a row-major position.</summary>
    public abstract double Reference(long counter, long index);

    /// <inheritdoc/>
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        if (inputs[0].Spec != new TensorSpec(DType.Int64, Shape.Scalar))
        {
            throw new ShapeMismatchException(
                $"{Subject} takes an int64 scalar as its counter but got {inputs[0].Spec}.", inputs[0].Shape);
        }

        return new TensorSpec(ResultType, Shape);
    }

    /// <inheritdoc/>
    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients) => [null];

    /// <inheritdoc/>
    public override void Reference(ReferenceCall call)
    {
        long counter = (long)call.Inputs[0][0];
        for (long i = 0; i < call.Outputs[0].Values.Length; i++)
        {
            call.Outputs[0][i] = Reference(counter, i);
        }
    }
}
