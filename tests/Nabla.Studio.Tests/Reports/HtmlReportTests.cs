using System.Xml;
using System.Xml.Linq;

namespace Nabla.Studio.Tests.Reports;

public sealed class HtmlReportTests
{
    private const string Hostile = "<script>alert('x')</script> & \"quotes\" \u0000 \ud800";

    [Fact]
    public void AReport_IsWellFormed_AndHoldsAllParts()
    {
        XDocument page = Parse(TinyRun.Record(new RunRecorder(TinyRun.Pictures()), epochs: 2));

        string[] sections = [.. page.Descendants("section").Select(section => section.Attribute("id")!.Value)];
        Assert.Equal(["curves", "classes", "model", "distributions", "times", "facts"], sections);
        Assert.Equal(4, WithAttribute(page, "data-chart").Count());
        Assert.Equal(8, page.Descendants().Count(element => (string?)element.Attribute("class") == "ridges"));
        Assert.All(
            page.Descendants().Where(element => (string?)element.Attribute("role") == "img"),
            drawing => Assert.NotEmpty(drawing.Attribute("aria-label")!.Value));
    }

    [Fact]
    public void AReport_AsksNoNetworkForAnything()
    {
        string text = HtmlReport.Of(TinyRun.Record(new RunRecorder(TinyRun.Pictures()), epochs: 1))
            .Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);

        Assert.DoesNotContain("http", text.Replace(Environment.CommandLine, "", StringComparison.Ordinal));
        Assert.DoesNotContain("@import", text);
        Assert.DoesNotContain("<link", text);
    }

    [Fact]
    public void NamesAreText_WhateverTheyAre()
    {
        RunRecord run = new()
        {
            Title = Hostile,
            Command = Hostile,
            Configuration = [new RunSetting(Hostile, Hostile)],
            Epochs = [Epoch(1, 0.5) with { Training = [new RunValue(Hostile, 1)] }],
            Model = new ModelGraph([new ModelNode(Hostile, ModelNodeRole.Layer, Hostile, Hostile)], [], []),
            Weights = [new HistogramSeries(Hostile, [1], [new Histogram(0, 1, 0, 1, 0, [1, 2])])],
            LayerTimes = [new LayerTime(Hostile, Hostile, 1)],
            Classification = new ClassificationRecord(
                [Hostile, "b"], [[1, 2], [3, 4]], [new ClassMistake(0, 0, 1, 1, null)]),
        };

        XDocument page = Parse(run);

        Assert.Single(page.Descendants(), element => element.Name.LocalName == "script");
        Assert.Equal(
            "<script>alert('x')</script> & \"quotes\" \uFFFD \uFFFD", page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void ARunWithoutEpochs_IsAReportToo()
    {
        XDocument page = Parse(new RunRecord());

        Assert.Contains("No epoch has ended yet.", page.Root!.Value);
        Assert.Empty(page.Descendants("section"));
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.MaxValue, -double.MaxValue)]
    [InlineData(1e-300, 1e300)]
    [InlineData(0, double.Epsilon)]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    public void AnyNumbers_GiveDrawingsOfFiniteCoordinates(double first, double second)
    {
        Histogram histogram = new(0, 0, first, second, 3, new long[Histogram.Bins]);
        XDocument page = Parse(new RunRecord
        {
            Epochs = [Epoch(1, first), Epoch(2, second), Epoch(3, 1)],
            Weights = [new HistogramSeries("w", [1], [histogram])],
            LayerTimes = [new LayerTime("0", "Dense", first), new LayerTime("1", "Dense", 1)],
        });

        string[] coordinates = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "viewBox"];
        Assert.All(
            page.Descendants().Attributes().Where(attribute => coordinates.Contains(attribute.Name.LocalName)),
            attribute => Assert.DoesNotMatch("NaN|∞|Infinity|[0-9]E", attribute.Value));
        if (!double.IsFinite(first))
        {
            Assert.Contains(page.Descendants(), element => (string?)element.Attribute("class") == "lost");
        }
    }

    [Fact]
    public void OneEpoch_IsADot()
    {
        XDocument page = Parse(new RunRecord { Epochs = [Epoch(1, 0.5)] });

        XElement chart = WithAttribute(page, "data-chart").First();
        Assert.Equal(2, chart.Descendants().Count(element => element.Name.LocalName == "circle"));
    }

    [Fact]
    public void AThousandEpochsAndAHundredClasses_StayBelowAMegabyte()
    {
        long[][] counts = [.. Enumerable.Range(0, 100).Select(i => Enumerable.Range(0, 100)
            .Select(j => (long)(i == j ? 400 : (i * j) % 7)).ToArray())];
        string text = HtmlReport.Of(new RunRecord
        {
            Epochs = [.. Enumerable.Range(1, 1000).Select(i => Epoch(i, Math.Exp(-i / 300.0)))],
            Classification = new ClassificationRecord(
                [.. Enumerable.Range(0, 100).Select(i => $"class {i}")], counts, []),
        });

        XDocument page = Parse(text);
        Assert.InRange(text.Length, 0, 1_000_000);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName == "circle");
    }

    [Theory]
    [InlineData("report.js")]
    [InlineData("report.css")]
    [InlineData("model.css")]
    public void ScriptsAndStyles_HoldNoSignThatXmlEscapes(string name)
    {
        Assert.DoesNotContain(EmbeddedText.Read(name), character => character is '<' or '>' or '&');
    }

    private static RunEpoch Epoch(int epoch, double value)
    {
        RunValue loss = new("loss", value);
        return new RunEpoch(epoch, [loss, new RunValue("accuracy", value)], [loss], value, 1, value);
    }

    private static IEnumerable<XElement> WithAttribute(XDocument page, string name) =>
        page.Descendants().Where(element => element.Attribute(name) is not null);

    private static XDocument Parse(RunRecord run) => Parse(HtmlReport.Of(run));

    private static XDocument Parse(string html)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(new StringReader(html), settings);
        return XDocument.Load(reader);
    }
}
