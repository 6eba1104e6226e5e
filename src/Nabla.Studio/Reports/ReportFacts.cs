using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>What the run depended on: configuration, environment, command.</summary>
internal static class ReportFacts
{
    public static XElement? Of(RunRecord run)
    {
        if (run.Configuration.Count + run.Environment.Count + run.Command.Length == 0)
        {
            return null;
        }

        return ReportPage.Section("facts", "How it was run",
            Tag("div", Class("columns"),
                List("Configuration", run.Configuration), List("Environment", run.Environment)),
            run.Command.Length > 0 ? new object[] { Tag("h3", "Command"), Tag("pre", run.Command) } : null);
    }

    private static XElement? List(string title, IReadOnlyList<RunSetting> settings) => settings.Count == 0 ? null :
        Tag("div",
            Tag("h3", title),
            Tag("dl", settings.SelectMany(setting => new[] { Tag("dt", setting.Name), Tag("dd", setting.Value) })));
}
