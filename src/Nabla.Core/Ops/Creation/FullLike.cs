namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>
    /// A tensor of the same shape and type whose elements are all one number;
    /// costs no memory until it is computed with.
    /// </summary>
    public Tensor FullLike(Scalar value) => Constant(value, DType).BroadcastTo(Shape);

    /// <summary>Zeros of the same shape and type.</summary>
    public Tensor ZerosLike() => FullLike(0);

    /// <summary>Ones of the same shape and type.</summary>
    public Tensor OnesLike() => FullLike(1);
}
