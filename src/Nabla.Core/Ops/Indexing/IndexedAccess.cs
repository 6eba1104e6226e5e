using Nabla.Graph;

namespace Nabla;

/// <summary>An operation that follows indices among its data along one axis.</summary>
/// <param name="Axis">The axis that indices point into, counted from the start.</param>
internal abstract record IndexedAccess(int Axis) : Op
{
    public override bool CanFail => true;

    /// <summary>Indices as int32 or int64; bytes are widened.</summary>
    public static Tensor AsIndices(Tensor indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return indices.DType is DType.UInt8 ? indices.Cast(DType.Int32) : indices;
    }

    /// <summary>An index that was read from data; throws when it names no element.</summary>
    public long Check(ReferenceTensor indices, long position, long limit)
    {
        long index = (long)indices[position];
        return index >= 0 && index < limit
            ? index
            : throw new IndexOutOfBoundsException(Name, LayerScope.Current, position, index, limit);
    }

    protected void CheckIndices(Tensor indices)
    {
        if (indices.DType is not (DType.Int32 or DType.Int64))
        {
            throw new DTypeMismatchException(
                $"{Subject} takes int32 or int64 indices but got {indices.Spec}; cast them with Cast(DType.Int32).",
                indices.DType);
        }
    }
}
