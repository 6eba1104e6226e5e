namespace Nabla.Graph;

/// <summary>An operation that folds the elements along some axes into one.</summary>
/// <param name="Axes">The axes that disappear, counted from the start, sorted.</param>
/// <param name="KeepAxes">Whether they stay with extent 1.</param>
public abstract record ReductionOp(Axes<int> Axes, bool KeepAxes) : Op
{
    /// <summary>The type of the result for inputs of type <paramref name="input"/>.</summary>
    public virtual DType ResultType(DType input) => input;

    /// <summary>The value that folding starts with.</summary>
    public abstract double Identity(DType dtype);

    /// <summary>Folds one more element in.</summary>
    public abstract double Fold(double accumulator, double x);

    /// <summary>
    /// Whether folding one element into the identity gives that element, as in a sum but not in a sum of squares;
    /// then a reduction over axes of extent 1 is a reshape.
    /// </summary>
    public virtual bool KeepsSingleElements => false;

    /// <summary>Whether an empty range has a result; the largest of nothing has none.</summary>
    public virtual bool AllowsEmpty => true;

    /// <summary>The gradient of the input.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The result, with the reduced axes kept.</param>
    /// <param name="dy">The gradient of the result, with the reduced axes kept.</param>
    protected abstract Tensor? Gradient(Tensor x, Tensor y, Tensor dy);

    /// <inheritdoc/>
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Shape shape = inputs[0].Shape;
        foreach (int axis in Axes)
        {
            if (shape[axis] == 0 && !AllowsEmpty)
            {
                throw new ShapeMismatchException(
                    $"{Subject} over axis {axis} of {shape} has no elements to choose from; check for an empty batch.",
                    shape);
            }
        }

        return new TensorSpec(ResultType(inputs[0].DType), Reduced(shape, KeepAxes));
    }

    /// <summary>A reduction over axes of extent 1 is a reshape where <see cref="KeepsSingleElements"/>.</summary>
    public override Tensor? Simplify(ReadOnlySpan<Tensor> inputs)
    {
        TensorSpec result = Infer(inputs);
        return KeepsSingleElements
            && result.DType == inputs[0].DType
            && result.Shape.ElementCount == inputs[0].Shape.ElementCount
            && result.Shape.ElementCount > 0
            ? inputs[0].Reshape(result.Shape)
            : null;
    }

    /// <inheritdoc/>
    public sealed override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0];
        Shape kept = Reduced(x.Shape, keepAxes: true);
        return [Gradient(x, node.Outputs[0].Reshape(kept), gradients[0]!.Reshape(kept))];
    }

    /// <inheritdoc/>
    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], y = call.Outputs[0];
        Array.Fill(y.Values, Identity(x.Spec.DType));
        for (long i = 0; i < x.Values.Length; i++)
        {
            long target = 0;
            for (int axis = 0; axis < x.Shape.Rank; axis++)
            {
                if (!Axes.Contains(axis))
                {
                    target = (target * x.Shape[axis]) + (i / x.Stride(axis) % x.Shape[axis]);
                }
            }

            y[target] = Fold(y[target], x[i]);
        }
    }

    /// <summary>The shape that is left of <paramref name="shape"/>.</summary>
    public Shape Reduced(Shape shape, bool keepAxes)
    {
        var extents = new List<long>(shape.Rank);
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (!Axes.Contains(axis))
            {
                extents.Add(shape[axis]);
            }
            else if (keepAxes)
            {
                extents.Add(1);
            }
        }

        return Shape.Create(extents.ToArray());
    }
}
