namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Labels as vectors: 1 at the place of the label, 0 elsewhere.</summary>
    /// <remarks>A label that names no class gives a vector of zeros.</remarks>
    /// <param name="classes">The extent of the new last axis.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <returns>[labels…, classes].</returns>
    /// <exception cref="DTypeMismatchException">The labels are no integers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is negative.</exception>
    public Tensor OneHot(long classes, DType dtype = DType.Float32)
    {
        if (classes < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(classes),
                $"OneHot takes the number of classes, 0 or more, but got {classes}; it is the largest label plus 1.");
        }

        return DType.IsInteger
            ? ExpandAxis(-1).IsEqual(Arange(0, classes, dtype: DType is DType.UInt8 ? DType.Int32 : DType)).Cast(dtype)
            : throw new DTypeMismatchException(
                $"OneHot takes integer labels but got {Spec}; cast them with Cast(DType.Int32).", DType);
    }
}
