using System.Globalization;

namespace Nabla;

/// <summary>A column of numbers, standardized to mean 0 and deviation 1.</summary>
/// <remarks>
/// Computes <c>(x − mean) / deviation</c>; a missing cell becomes the mean, 0. If cells were missing in the table
/// that was fitted to, a second feature is 1 where one is missing.
/// </remarks>
/// <param name="name">The name of the column.</param>
/// <param name="mean">The mean of the cells that are not missing.</param>
/// <param name="deviation">Their standard deviation, divided by n; more than 0.</param>
/// <param name="hasIndicator">Whether a second feature says what is missing.</param>
[Component("numeric")]
public sealed class NumericEncoding(string name, double mean, double deviation, bool hasIndicator)
    : ColumnEncoding(name)
{
    /// <summary>The mean of the cells that are not missing.</summary>
    public double Mean { get; } = mean;

    /// <summary>Their standard deviation.</summary>
    public double Deviation { get; } = deviation > 0 && double.IsFinite(deviation) ? deviation :
        throw new ArgumentOutOfRangeException(
            nameof(deviation), deviation, "The deviation of numbers is more than 0; leave a constant column out.");

    /// <summary>Whether a second feature says what is missing.</summary>
    public bool HasIndicator { get; } = hasIndicator;

    /// <inheritdoc/>
    public override int Width => HasIndicator ? 2 : 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FeatureNames => HasIndicator ? [Name, $"{Name} is missing"] : [Name];

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"standardized (mean {Mean:G5}, deviation {Deviation:G5}){(HasIndicator ? ", with what is missing" : "")}");

    internal override void Encode(TableColumn column, Span<float> destination, int stride)
    {
        if (column.Kind is ColumnKind.Text)
        {
            throw new ArgumentException(
                $"Column '{Name}' held numbers when the features were fitted but now holds text such as "
                + $"'{string.Join("', '", column.Categories.Take(1))}'; "
                + "read it as numbers, with what stands for a missing cell in CsvOptions.MissingValues.");
        }

        column.CopyTo(destination, stride);
        double scale = 1 / Deviation;
        for (int row = 0, place = 0; row < column.Count; row++, place += stride)
        {
            float value = destination[place];
            if (float.IsNaN(value))
            {
                destination[place] = 0;
                destination[place + Width - 1] = HasIndicator ? 1 : 0;
            }
            else
            {
                // Read again where the rounding to float32 would show: dates and counts far from zero.
                destination[place] = (float)((Math.Abs(value) < 1e4 ? value : column.Number(row)) * scale
                    - (Mean * scale));
            }
        }
    }
}
