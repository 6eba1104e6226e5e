using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>The model's drawing beside the table of its layers.</summary>
internal static class ReportModel
{
    public static XElement? Of(RunRecord run)
    {
        if (run.Model.Nodes.Count == 0)
        {
            return null;
        }

        ModelNode[] layers =
            [.. run.Model.Nodes.Where(node => node.Role is ModelNodeRole.Layer or ModelNodeRole.Shared)];
        long most = Math.Max(layers.Select(layer => layer.ParameterCount).DefaultIfEmpty(0).Max(), 1);
        return ReportPage.Section("model", "Model", Tag("div", Class("columns"),
            Tag("div", Class("drawing"), Set("tabindex", "0"), SvgDrawing.Of(run.Model, isStandalone: false)),
            Tag("div", Class("wide"), Tag("table",
                Tag("caption", Caption(run)),
                Tag("thead", Tag("tr", Tag("th", "layer"), Tag("th", "kind"), Tag("th", "output"),
                    Tag("th", Class("number"), "parameters"))),
                Tag("tbody", layers.Select(layer => Row(layer, most)))))));
    }

    private static string Caption(RunRecord run)
    {
        string trained = run.TrainableCount == run.ParameterCount ? "all" : NumberText.Grouped(run.TrainableCount);
        return $"{NumberText.Grouped(run.ParameterCount)} parameters, {trained} of them trained";
    }

    private static XElement Row(ModelNode layer, long most) => Tag("tr",
        Tag("td", layer.Id),
        Tag("td", layer.Kind),
        Tag("td", layer.ShapeText),
        Tag("td", Class("number bar"),
            Set("style", $"--share:{NumberText.Coordinate((double)layer.ParameterCount / most)}"),
            layer.Role == ModelNodeRole.Shared ? "shared" : NumberText.Grouped(layer.ParameterCount)));
}
