using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Where a convolutional network looked, and the filters of its first layer.</summary>
internal static class ReportAttention
{
    public static XElement? Of(RunRecord run) => run.Attention is not { Examples.Count: > 0 } record ? null :
        ReportPage.Section("attention", "Where it looks",
            Tag("p", Class("soft"),
                $"Each example, what in layer {record.Layer} spoke for the class that was found (Grad-CAM), and the "
                + "pixels that the score depends on most."),
            Tag("ul", Class("attention"), record.Examples.Select(Example)),
            Layer(record));

    private static XElement Example(AttentionExample example)
    {
        string what = $"example {NumberText.Integer(example.Example)}";
        return Tag("li",
            Picture(example.Image, $"The image of {what}"),
            Picture(example.GradCam, $"Grad-CAM of {what}"),
            Picture(example.Saliency, $"Saliency of {what}"),
            Tag("span", Tag("b", example.Predicted)),
            Tag("small", $"no. {NumberText.Integer(example.Example)}"));
    }

    private static XElement[] Layer(AttentionRecord record) => record.Filters is null ? [] :
    [
        Tag("h3", $"The filters of {record.FilterLayer}, and what they find in the first example"),
        Tag("p", Class("filters"),
            Picture(record.Filters, $"The filters of {record.FilterLayer}"),
            record.Maps is null ? null : Picture(record.Maps, $"What {record.FilterLayer} finds in example 0")),
    ];

    private static XElement Picture(byte[] png, string text) => Tag("img",
        Set("src", $"data:image/png;base64,{Convert.ToBase64String(png)}"), Set("alt", text));
}
