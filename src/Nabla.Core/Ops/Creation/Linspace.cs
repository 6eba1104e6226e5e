namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Numbers that divide a range evenly, both ends among them.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The last number.</param>
    /// <param name="count">How many.</param>
    /// <param name="dtype">The type, floating.</param>
    /// <returns>[count].</returns>
    public static Tensor Linspace(double start, double stop, long count, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new ArangeOp(count, start, count > 1 ? (stop - start) / (count - 1) : 0, dtype).Apply();
    }
}
