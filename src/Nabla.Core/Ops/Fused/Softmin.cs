namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Turns costs along an axis into probabilities that add up to 1: the lower, the likelier.</summary>
    /// <remarks>Computes <c>y = e^−xᵢ / Σⱼ e^−xⱼ</c>, which never overflows.</remarks>
    /// <param name="axis">The axis along which they compete.</param>
    public Tensor Softmin(int axis = -1) => (-AsFloating()).Softmax(axis);
}
