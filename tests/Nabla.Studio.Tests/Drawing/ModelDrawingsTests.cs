using System.Xml.Linq;

namespace Nabla.Studio.Tests.Drawing;

public sealed class ModelDrawingsTests
{
    private static readonly ModelGraph s_hostile = new(
        [
            new ModelNode("a\"]", ModelNodeRole.Layer, "<script>alert(1)</script>", "x\"];end") { OutputShape = [2] },
            new ModelNode("b", ModelNodeRole.Layer, "Dense\u0001", "\\\"") { ParameterCount = 1 },
        ],
        [new ModelEdge("a\"]", "b")],
        []);

    [Fact]
    public void Mermaid()
    {
        Assert.Equal("""
            flowchart TD
              n0(["Input<br/>2 #215; 3"])
              n1["0 Flatten<br/>6"]
              n4(["Output<br/>1"])
              subgraph g0["1 Sequential"]
                n2["0 Dense<br/>4<br/>28 parameters"]
                n3["1 Dense<br/>1<br/>5 parameters"]
              end
              n0 --> n1
              n1 --> n2
              n2 --> n3
              n3 --> n4

            """.ReplaceLineEndings("\n").Replace("#215;", "×", StringComparison.Ordinal), Small().ToMermaid());
    }

    [Fact]
    public void Dot()
    {
        Assert.Equal("""
            digraph model {
              node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];
              "input" [label="Input\n2 × 3", shape=oval];
              "0" [label="0 Flatten\n6"];
              "output" [label="Output\n1", shape=oval];
              subgraph cluster_0 {
                label="1 Sequential";
                "1.0" [label="0 Dense\n4\n28 parameters"];
                "1.1" [label="1 Dense\n1\n5 parameters"];
              }
              "input" -> "0";
              "0" -> "1.0";
              "1.0" -> "1.1";
              "1.1" -> "output";
            }

            """.ReplaceLineEndings("\n"), Small().ToDot());
    }

    [Fact]
    public void Svg_IsWellFormedAndHoldsEveryBoxAndLine()
    {
        XDocument drawing = XDocument.Parse(Small().ToSvg());

        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(svg + "svg", drawing.Root!.Name);
        string[] kinds = [.. WithClass(drawing, "kind").Select(text => text.Value)];
        Assert.Equal(["Dense", "Dense", "Flatten", "Input", "Output"], kinds.Order(StringComparer.Ordinal));
        Assert.Equal(4, WithClass(drawing, "flow").Count());
        Assert.Single(WithClass(drawing, "group"));
        Assert.Contains("prefers-color-scheme:dark", drawing.Root.Value);
    }

    [Fact]
    public void NamesAreText_WhateverTheyAre()
    {
        XDocument svg = XDocument.Parse(s_hostile.ToSvg());
        Assert.Contains("<script>alert(1)</script>", svg.Root!.Value);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("Dense\uFFFD", svg.Root.Value);

        Assert.Contains(""""a\"]" -> "b";"""", s_hostile.ToDot());
        Assert.Contains("""label="\\\" Dense""", s_hostile.ToDot());
        Assert.Contains(
            """n0["x#34;#93;#59;end #60;script#62;alert(1)#60;#47;script#62;<br/>2"]""", s_hostile.ToMermaid());
    }

    [Fact]
    public void AnEmptyGraph_IsAnEmptyDrawing()
    {
        Assert.Equal("flowchart TD\n", ModelGraph.Empty.ToMermaid());
        Assert.DoesNotContain(XDocument.Parse(ModelGraph.Empty.ToSvg()).Descendants(), e => e.Name.LocalName == "rect");
    }

    private static Sequential Small() => ModelGraphTests.Built(
        new Sequential { new Flatten(), new Sequential { new Dense(4), new Dense(1) } }, 2, 3);

    private static IEnumerable<XElement> WithClass(XDocument drawing, string name) =>
        drawing.Descendants().Where(element => (string?)element.Attribute("class") == name);
}
