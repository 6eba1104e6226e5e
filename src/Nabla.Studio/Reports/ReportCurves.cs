using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>The curves of a run: loss, metrics, learning rate, speed.</summary>
internal static class ReportCurves
{
    public static XElement? Of(RunRecord run)
    {
        if (run.Epochs.Count == 0)
        {
            return null;
        }

        int[] epochs = [.. run.Epochs.Select(epoch => epoch.Epoch)];
        IEnumerable<XElement> charts = run.Epochs
            .SelectMany(epoch => epoch.Training.Concat(epoch.Validation).Select(value => value.Name))
            .Distinct()
            .Select(name => Metric(run, epochs, name));
        return ReportPage.Section("curves", "Learning", Tag("div", Class("charts"),
            charts,
            One("learning rate", epochs, run.Epochs.Select(epoch => epoch.LearningRate), NumberText.Value),
            One("examples a second", epochs, run.Epochs.Select(epoch => epoch.ExamplesPerSecond),
                value => double.IsFinite(value) ? NumberText.Grouped((long)value) : NumberText.Value(value))));
    }

    private static XElement Metric(RunRecord run, int[] epochs, string name)
    {
        var series = new List<ChartSeries>();
        if (run.Epochs.Any(epoch => epoch.Training.Any(value => value.Name == name)))
        {
            series.Add(new ChartSeries("training", "training", [.. run.Epochs.Select(e => ValueOf(e.Training, name))]));
        }

        if (run.Epochs.Any(epoch => epoch.Validation.Any(value => value.Name == name)))
        {
            series.Add(new ChartSeries(
                "validation", "validation", [.. run.Epochs.Select(e => ValueOf(e.Validation, name))]));
        }

        bool mayBeLog = !MetricText.IsShare(name);
        return new LineChart(name, epochs, series, MetricText.FormatOf(name), mayBeLog).ToElement();
    }

    private static XElement One(
        string title, int[] epochs, IEnumerable<double> values, Func<double, string> format) =>
        new LineChart(title, epochs, [new ChartSeries("", "single", [.. values])], format, mayBeLog: false).ToElement();

    private static double ValueOf(IReadOnlyList<RunValue> values, string name) =>
        values.FirstOrDefault(value => value.Name == name)?.Value ?? double.NaN;
}
