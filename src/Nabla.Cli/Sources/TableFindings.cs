namespace Nabla.Cli.Sources;

/// <summary>What a table turned out to hold, in words.</summary>
internal static class TableFindings
{
    private const int ShownColumns = 30;
    private const int ShownClasses = 12;

    /// <summary>Lines for people.</summary>
    /// <param name="name">What the table is called.</param>
    /// <param name="read">All rows.</param>
    /// <param name="used">Those with a value of the target.</param>
    /// <param name="features">What became of the columns.</param>
    /// <param name="labels">The class of each row that is used; null for numbers.</param>
    public static IReadOnlyList<string> Of(
        string name, Table read, Table used, TableFeatures features, int[]? labels)
    {
        int missing = features.Columns.Sum(column => used.Column(column.Name).MissingCount);
        int dropped = features.Columns.Count(column => column.Width == 0);
        int width = features.Columns.Take(ShownColumns).Max(column => column.Name.Length);
        string target = features.Target!.Name;
        return
        [
            $"{name}: {Counted(read.RowCount, "row")}, {Counted(read.Columns.Count, "column")}, "
                + $"{features.Width} features, {Counted(missing, "missing value")}"
                + (dropped > 0 ? $", {Counted(dropped, "column")} left out" : ""),
            .. features.Columns.Take(ShownColumns).Select(column => $"  {column.Name.PadRight(width)}  "
                + $"{KindOf(used.Column(column.Name)),-8} {column.Description}{MissingOf(used.Column(column.Name))}"),
            .. features.Columns.Count > ShownColumns
                ? [$"  and {features.Columns.Count - ShownColumns} more columns"]
                : Array.Empty<string>(),
            .. read.RowCount > used.RowCount
                ? [$"{Counted(read.RowCount - used.RowCount, "row")} without a value of '{target}' left out"]
                : Array.Empty<string>(),
            $"target {features.Target}{ClassesOf(features, labels)}",
        ];
    }

    public static string Counted(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private static string KindOf(TableColumn column) => column.Kind switch
    {
        ColumnKind.Integer => "whole",
        ColumnKind.Number => "number",
        ColumnKind.Boolean => "truth",
        ColumnKind.Date => "date",
        _ => "text",
    };

    private static string MissingOf(TableColumn column) =>
        column.MissingCount > 0 ? $", {column.MissingCount:N0} missing" : "";

    private static string ClassesOf(TableFeatures features, int[]? labels) =>
        labels is null || features.Target is not ClassTarget { Classes: var classes } ? "" : " ("
            + string.Join(", ", classes.Take(ShownClasses)
                .Select((text, label) => $"{text} {labels.Count(other => other == label):N0}"))
            + (classes.Count > ShownClasses ? ", …)" : ")");
}
