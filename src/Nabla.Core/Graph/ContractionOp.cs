namespace Nabla.Graph;

/// <summary>
/// An operation of two inputs that sums products over shared axes: matrix products, convolutions and their gradients.
/// </summary>
/// <remarks>
/// The result is seen as rows of its last axis: a backend computes it in blocks of rows and columns, and applies the
/// elementwise work that follows to each block while it is in cache.
/// </remarks>
public abstract record ContractionOp : Op
{
    /// <summary>Whether inputs may lie in any strides; otherwise they are contiguous.</summary>
    public virtual bool TakesViews => true;

    /// <summary>
    /// The axis of the second input that is the result's last axis, so that scaling the one scales the other; null
    /// where there is no such axis.
    /// </summary>
    public virtual int? ColumnAxis => null;
}
