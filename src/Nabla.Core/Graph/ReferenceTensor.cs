namespace Nabla.Graph;

/// <summary>Numbers as the reference sees them: doubles in row-major order.</summary>
/// <param name="Spec">Type and shape.</param>
/// <param name="Values">The elements.</param>
public sealed record ReferenceTensor(TensorSpec Spec, double[] Values)
{
    /// <summary>The extents.</summary>
    public Shape Shape => Spec.Shape;

    /// <summary>The element at a row-major position.</summary>
    public double this[long index]
    {
        get => Values[index];
        set => Values[index] = value;
    }

    /// <summary>How many elements one step of an axis skips.</summary>
    public long Stride(int axis)
    {
        long stride = 1;
        for (int i = Shape.Rank - 1; i > axis; i--)
        {
            stride *= Shape[i];
        }

        return stride;
    }
}
