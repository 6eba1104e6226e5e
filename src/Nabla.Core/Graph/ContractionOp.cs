namespace Nabla.Graph;

/// <summary>
/// An operation that sums products over a shared axis: <c>[batch…, m, k] × [batch…, k, n] → [batch…, m, n]</c>.
/// </summary>
/// <remarks>Batch axes of the two inputs are equal; broadcasting is a view made before.</remarks>
public abstract record ContractionOp : Op;
