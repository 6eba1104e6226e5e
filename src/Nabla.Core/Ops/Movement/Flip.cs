namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Turns axes round; costs no memory.</summary>
    /// <param name="axes">The axes whose elements come in the opposite order; none stands for all.</param>
    public Tensor Flip(params ReadOnlySpan<int> axes)
    {
        Tensor flipped = this;
        foreach (int axis in Axes.Normalize(Shape, axes))
        {
            flipped = flipped.Slice(axis, .., step: -1);
        }

        return flipped;
    }
}
