namespace Nabla.Data.Formats;

/// <summary>An array of bytes with its extents, as an IDX file holds it.</summary>
public sealed class IdxArray
{
    internal IdxArray(int[] dimensions, byte[] values)
    {
        Dimensions = dimensions;
        Values = values;
    }

    /// <summary>The extents, outermost first: <c>[60000, 28, 28]</c> for the training images of MNIST.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>The elements in row-major order; not a copy.</summary>
    public byte[] Values { get; }
}
