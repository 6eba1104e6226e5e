namespace Nabla;

/// <summary>A target of numbers, standardized for the model and brought back for the reader.</summary>
/// <param name="name">The name of the column.</param>
/// <param name="mean">The mean of the cells.</param>
/// <param name="deviation">Their standard deviation; more than 0.</param>
/// <param name="reason">Why the column is taken for numbers.</param>
[Component("numbers")]
public sealed class NumberTarget(string name, double mean, double deviation, string reason)
    : TargetEncoding(name, reason)
{
    /// <summary>The mean of the cells.</summary>
    public double Mean { get; } = mean;

    /// <summary>Their standard deviation: what one unit of the model's error is worth.</summary>
    public double Deviation { get; } = deviation > 0 && double.IsFinite(deviation) ? deviation :
        throw new ArgumentOutOfRangeException(
            nameof(deviation), deviation, $"The target '{name}' is the same in every row; there is nothing to learn.");

    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: a number, since {Reason}";

    internal override Tensor Encode(TableColumn column)
    {
        var encoded = new float[column.Count];
        for (int row = 0; row < encoded.Length; row++)
        {
            encoded[row] = column.IsMissing(row)
                ? throw Missing(row)
                : (float)((column.Number(row) - Mean) / Deviation);
        }

        return Tensor.From(encoded, [column.Count, 1]);
    }

    internal override TableColumn Decode(Tensor predictions)
    {
        if (predictions.Rank is not (1 or 2) || (predictions.Rank == 2 && predictions.Shape[1] != 1))
        {
            throw new ShapeMismatchException(
                $"Predictions of a number are [rows, 1] or [rows] but got {predictions.Shape}; "
                + "end the model with one unit.", predictions.Shape);
        }

        double[] values = predictions.Cast(DType.Float64).ToArray<double>();
        return TableColumn.Of(Name, Array.ConvertAll(values, value => (float)((value * Deviation) + Mean)));
    }
}
