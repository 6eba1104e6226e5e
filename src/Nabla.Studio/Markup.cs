using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Nabla.Studio;

/// <summary>
/// Elements of HTML and SVG, made as trees so that no text reaches a page unescaped, and written so that both a browser
/// and an XML reader understand them.
/// </summary>
internal static class Markup
{
    public static readonly XNamespace SvgNamespace = "http://www.w3.org/2000/svg";

    /// <summary>An element of HTML.</summary>
    public static XElement Tag(string name, params object?[] content) => new(name, content);

    /// <summary>An element of SVG.</summary>
    public static XElement Svg(string name, params object?[] content) => new(SvgNamespace + name, content);

    public static XAttribute Class(string name) => new("class", name);

    public static XAttribute Set(string name, string value) => new(name, value);

    /// <summary>A coordinate or a length.</summary>
    public static XAttribute Set(string name, double value) => new(name, NumberText.Coordinate(value));

    /// <summary>The attributes of a box.</summary>
    public static XAttribute[] Box(double x, double y, double width, double height) =>
        [Set("x", x), Set("y", y), Set("width", width), Set("height", height)];

    /// <summary>Writes an element without indenting, which would become space between words.</summary>
    public static string Write(XElement element)
    {
        Clean(element);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };
        using (var writer = XmlWriter.Create(text, settings))
        {
            element.WriteTo(writer);
        }

        return text.ToString();
    }

    // <div/> opens an element in HTML and never closes it; what XML cannot hold at all becomes the replacement sign.
    private static void Clean(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            bool isHtml = element.Name.Namespace == XNamespace.None;
            if (isHtml && element.IsEmpty && element.Name.LocalName is not ("meta" or "img" or "br" or "wbr" or "hr"))
            {
                element.Value = "";
            }

            foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                attribute.Value = Clean(attribute.Value);
            }
        }

        foreach (XText text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = Clean(text.Value);
        }
    }

    private static string Clean(string text)
    {
        StringBuilder? cleaned = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
            {
                cleaned?.Append(text, i, 2);
                i++;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                cleaned?.Append(text[i]);
            }
            else
            {
                cleaned ??= new StringBuilder(text, 0, i, text.Length);
                cleaned.Append('\uFFFD');
            }
        }

        return cleaned?.ToString() ?? text;
    }
}
