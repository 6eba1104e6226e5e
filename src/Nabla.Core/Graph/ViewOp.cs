namespace Nabla.Graph;

/// <summary>An operation that moves no number: its result reads the input's memory through another layout.</summary>
public abstract record ViewOp : Op
{
    /// <summary>
    /// The layout of the result over the input's memory, or null when the numbers must be copied first.
    /// </summary>
    public abstract Layout? View(Layout input);

    /// <inheritdoc/>
    public override void Reference(ReferenceCall call)
    {
        // The view of a contiguous input always exists.
        Layout layout = View(Layout.Contiguous(call.Inputs[0].Shape))!;
        ReferenceTensor y = call.Outputs[0];
        for (long i = 0; i < y.Values.Length; i++)
        {
            long source = layout.Offset;
            for (int axis = 0; axis < y.Shape.Rank; axis++)
            {
                source += i / y.Stride(axis) % y.Shape[axis] * layout.Strides[axis];
            }

            y[i] = call.Inputs[0][source];
        }
    }
}
