namespace Nabla;

/// <summary>Joins all axes but the first, the batch, into one.</summary>
/// <remarks>[batch, a, b, …] becomes [batch, a · b · …]; no number moves.</remarks>
[Component("flatten")]
public sealed class Flatten : Layer
{
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, …] but got a single number; insert a batch axis with ExpandAxis(0).",
                x.Shape);
        }

        long features = Shape.Create(x.Shape.Extents[1..]).ElementCount;
        return x.Reshape(x.Shape[0], features);
    }
}
