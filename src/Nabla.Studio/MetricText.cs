namespace Nabla.Studio;

/// <summary>How values of losses and metrics are written.</summary>
internal static class MetricText
{
    /// <summary>Shares as percentages, all else as plain numbers.</summary>
    public static Func<double, string> FormatOf(string metric) =>
        IsShare(metric) ? NumberText.Percent : NumberText.Value;

    /// <summary>A value of a metric.</summary>
    public static string Of(string metric, double value) => FormatOf(metric)(value);

    /// <summary>Whether a metric is a share by its name, and better when it is larger.</summary>
    public static bool IsShare(string metric) =>
        metric.Contains("accuracy", StringComparison.OrdinalIgnoreCase)
        || metric.Contains("precision", StringComparison.OrdinalIgnoreCase)
        || metric.Contains("recall", StringComparison.OrdinalIgnoreCase);
}
