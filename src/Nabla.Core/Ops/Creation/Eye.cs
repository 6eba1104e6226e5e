namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The identity matrix: 1 on the diagonal, 0 elsewhere.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns; by default as many as rows.</param>
    /// <param name="dtype">The type.</param>
    /// <returns>[rows, columns].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Tensor Eye(long rows, long? columns = null, DType dtype = DType.Float32)
    {
        if (rows < 0 || columns < 0)
        {
            throw new ArgumentOutOfRangeException(
                rows < 0 ? nameof(rows) : nameof(columns),
                $"Eye makes a matrix of 0 or more rows and columns, but got {rows} and {columns ?? rows}.");
        }

        return Arange(0, rows).ExpandAxis(1).IsEqual(Arange(0, columns ?? rows)).Cast(dtype);
    }
}
