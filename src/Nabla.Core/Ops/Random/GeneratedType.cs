using Nabla.Graph;

namespace Nabla;

/// <summary>The types in which random numbers are made.</summary>
internal static class GeneratedType
{
    public static DType Check(Op op, DType dtype) => dtype.IsFloating
        ? dtype
        : throw new DTypeMismatchException(
            $"{op.Name} makes float32 or float64 numbers, not {dtype}; for whole ones, use RandomInteger.", dtype);
}
