namespace Nabla.Testing;

/// <summary>
/// An input that a check makes up: its shape, and what values it may take. The values are the same on every run.
/// </summary>
/// <param name="Shape">The extents.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value; for integers, the first that does not occur.</param>
public sealed record CheckInput(Shape Shape, double Low = -2, double High = 2)
{
    /// <summary>The type; null for the floating type under test.</summary>
    public DType? DType { get; init; }

    /// <summary>Values that are kept clear of, such as the kink of a rectifier.</summary>
    public IReadOnlyList<double> Avoid { get; init; } = [];

    /// <summary>Integers from 0 to <paramref name="limit"/>.</summary>
    public static CheckInput Indices(Shape shape, long limit, DType dtype = Nabla.DType.Int32) =>
        new(shape, 0, limit) { DType = dtype };

    /// <summary>Truth values.</summary>
    public static CheckInput Mask(Shape shape) => new(shape, 0, 2) { DType = Nabla.DType.Bool };

    /// <summary>The tensor, in the floating type under test unless it has a type of its own.</summary>
    internal Tensor Make(DType floating, int stream)
    {
        DType dtype = DType ?? floating;
        double[] values = SampleValues.Of(this, dtype.IsFloating, stream);
        return CheckedTensor.From(values, dtype, Shape);
    }
}
