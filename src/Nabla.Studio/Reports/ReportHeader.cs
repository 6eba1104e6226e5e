using System.Globalization;
using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>The top of a report: its title and the few numbers that one looks for first.</summary>
internal static class ReportHeader
{
    public static XElement Of(RunRecord run) => Tag("header",
        Tag("p", Class("brand"), "∇ Nabla · training report"),
        Tag("h1", run.Title),
        Tag("p", Class("soft"), Facts(run)),
        run.Epochs.Count == 0
            ? Tag("p", Class("empty"), "No epoch has ended yet.")
            : Tag("ul", Class("figures"), Figures(run).Select(figure => Tag("li",
                Tag("span", figure.Name), Tag("b", figure.Value), Tag("small", figure.Note)))));

    private static string Facts(RunRecord run) => string.Join(" · ", new[]
    {
        run.StartedAt == default ? "" : run.StartedAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
        run.Epochs.Count == 1 ? "1 epoch" : $"{NumberText.Grouped(run.Epochs.Count)} epochs",
        run.Seconds > 0 ? NumberText.Duration(run.Seconds) : "",
    }.Where(fact => fact.Length > 0));

    private static IEnumerable<(string Name, string Value, string Note)> Figures(RunRecord run)
    {
        // What is saved is what counts; the last epoch may be another model.
        foreach (RunValue value in run.Results.Take(3).Reverse())
        {
            yield return ($"{run.ResultsOf} {value.Name}", MetricText.Of(value.Name, value.Value),
                $"the model at the end, on {NumberText.Grouped(run.ResultsExamples)} examples");
        }

        foreach ((string, string, string) figure in run.Results.Count > 0 ? [] : OfLastEpoch(run))
        {
            yield return figure;
        }

        double speed =
            run.Epochs.Select(epoch => epoch.ExamplesPerSecond).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        yield return ("speed", NumberText.Grouped((long)speed), "examples a second, at best");
        yield return ("parameters", NumberText.Grouped(run.ParameterCount), run.Model.Nodes.Count > 0
            ? $"in {NumberText.Integer(run.Model.Nodes.Count(node => node.Role == ModelNodeRole.Layer))} layers"
            : "");
    }

    private static IEnumerable<(string Name, string Value, string Note)> OfLastEpoch(RunRecord run)
    {
        RunEpoch last = run.Epochs[^1];
        bool isValidated = last.Validation.Count > 0;
        foreach (RunValue value in (isValidated ? last.Validation : last.Training).Take(3).Reverse())
        {
            Func<double, string> format = MetricText.FormatOf(value.Name);
            yield return (isValidated ? $"validation {value.Name}" : value.Name, format(value.Value),
                Best(run, value.Name, isValidated, format));
        }
    }

    private static string Best(RunRecord run, string name, bool isValidated, Func<double, string> format)
    {
        (int Epoch, double Value)[] values =
        [
            .. run.Epochs.SelectMany(epoch => (isValidated ? epoch.Validation : epoch.Training)
                .Where(value => value.Name == name && double.IsFinite(value.Value))
                .Select(value => (epoch.Epoch, value.Value))),
        ];

        // Whether more is better is known of shares and of the loss; of other metrics nothing is claimed.
        if (values.Length == 0 || (name != "loss" && !MetricText.IsShare(name)))
        {
            return "";
        }

        (int epoch, double best) = name == "loss"
            ? values.MinBy(value => value.Value)
            : values.MaxBy(value => value.Value);
        return $"best {format(best)} in epoch {NumberText.Integer(epoch)}";
    }
}
