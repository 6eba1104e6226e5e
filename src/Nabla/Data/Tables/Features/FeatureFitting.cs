using System.Globalization;

namespace Nabla.Data;

/// <summary>Decides what features a column gives, and whether a target is classes or numbers.</summary>
internal static class FeatureFitting
{
    // A column of fewer rows is too short to tell an identifier from a category or a quantity.
    private const int FewRows = 20;

    // Categories that mostly come once are names or sentences.
    private const double MostlyDifferent = 0.5;

    // A class that is learned from has a few rows at least.
    private const int RowsPerClass = 5;

    public static ColumnEncoding Encode(TableColumn column, TableFeaturesOptions options) =>
        column.MissingCount == column.Count ? new DroppedColumn(column.Name, "no cell has a value")
        : column.Kind is ColumnKind.Text ? EncodeText(column, options)
        : EncodeNumbers(column);

    public static TargetEncoding Target(TableColumn column, TableFeaturesOptions options)
    {
        if (column.MissingCount == column.Count)
        {
            throw new ArgumentException(
                $"No row has a value of the target '{column.Name}'; choose another column.", nameof(column));
        }

        if (column.Kind is ColumnKind.Text or ColumnKind.Boolean)
        {
            return options.IsClassification is false
                ? throw new ArgumentException(
                    $"The target '{column.Name}' holds {column.Kind}, which cannot be learned as a number; "
                    + "leave IsClassification out.", nameof(options))
                : Classes(column, column.Kind is ColumnKind.Text ? "it holds text" : "it holds truth values");
        }

        ColumnStatistics statistics = ColumnStatistics.Of(column);
        HashSet<double>? values = WholeNumbers(column, options.MaximumClasses);
        bool isFew = values is not null && (values.Count <= 2 || values.Count * RowsPerClass <= statistics.Count);
        if (options.IsClassification ?? isFew)
        {
            return Classes(column, options.IsClassification is true
                ? "so it was told" : $"it holds {values!.Count} different whole numbers");
        }

        return new NumberTarget(
            column.Name, statistics.Mean, statistics.Deviation,
            options.IsClassification is false ? "so it was told"
            : column.Kind is ColumnKind.Integer ? "it holds many different whole numbers"
            : "it holds numbers that are not few whole ones");
    }

    private static ColumnEncoding EncodeText(TableColumn column, TableFeaturesOptions options)
    {
        int values = column.Count - column.MissingCount;
        int different = column.Categories.Count;
        bool hasIndicator = column.MissingCount > 0;
        if (different == 1 && !hasIndicator)
        {
            return new DroppedColumn(column.Name, $"every row is '{column.Categories[0]}'");
        }

        if (values >= FewRows && different > values * MostlyDifferent)
        {
            return new DroppedColumn(
                column.Name, $"{different} of {values} texts are different, as of names, identifiers and sentences");
        }

        return different <= options.MaximumCategories
            ? new CategoricalEncoding(column.Name, [.. column.Categories.Order(StringComparer.Ordinal)], hasIndicator)
            : new HashedEncoding(column.Name, options.HashBuckets);
    }

    private static ColumnEncoding EncodeNumbers(TableColumn column)
    {
        ColumnStatistics statistics = ColumnStatistics.Of(column);
        bool hasIndicator = column.MissingCount > 0;
        bool isConstant = statistics.Minimum == statistics.Maximum;
        return isConstant && !hasIndicator
            ? new DroppedColumn(column.Name, $"every row is {column.Text(0)}")
            : IsRowNumber(column, statistics)
            ? new DroppedColumn(
                column.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it numbers the rows from {statistics.Minimum} to {statistics.Maximum}"))
            : new NumericEncoding(column.Name, statistics.Mean, isConstant ? 1 : statistics.Deviation, hasIndicator);
    }

    private static bool IsRowNumber(TableColumn column, ColumnStatistics statistics)
    {
        if (column.Kind is not ColumnKind.Integer || column.Count < FewRows
            || statistics.Maximum - statistics.Minimum != column.Count - 1)
        {
            return false;
        }

        var isSeen = new bool[column.Count];
        for (int row = 0; row < isSeen.Length; row++)
        {
            ref bool seen = ref isSeen[(int)(column.Number(row) - statistics.Minimum)];
            if (seen)
            {
                return false;
            }

            seen = true;
        }

        return true;
    }

    // The different numbers of a column, or null where there are more than a few, or one is not whole.
    private static HashSet<double>? WholeNumbers(TableColumn column, int most)
    {
        HashSet<double> values = [];
        for (int row = 0; row < column.Count; row++)
        {
            double value = column.Number(row);
            if (!double.IsNaN(value) && (!double.IsInteger(value) || (values.Add(value) && values.Count > most)))
            {
                return null;
            }
        }

        return values;
    }

    private static ClassTarget Classes(TableColumn column, string reason)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count; row++)
        {
            if (column.Text(row) is { } text)
            {
                names.Add(text);
            }
        }

        string[] sorted = column.Kind is ColumnKind.Text or ColumnKind.Boolean
            ? [.. names.Order(StringComparer.Ordinal)]
            : [.. names.OrderBy(name => double.Parse(name, CultureInfo.InvariantCulture))];
        return new ClassTarget(column.Name, sorted, reason);
    }
}
