using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using static Nabla.Studio.Markup;

namespace Nabla.Studio;

/// <summary>Lines over the epochs, with axes; a script adds what is read under the pointer.</summary>
internal sealed class LineChart
{
    private const double Width = 520;
    private const double Height = 250;
    private const double Left = 58;
    private const double Right = 14;
    private const double Top = 12;
    private const double Bottom = 30;
    private const int MostPoints = 1000;
    private const int MostDots = 30;

    private readonly string _title;
    private readonly int[] _epochs;
    private readonly ChartSeries[] _series;
    private readonly Func<double, string> _format;
    private readonly ChartScale _x;
    private readonly ChartScale _y;

    public LineChart(
        string title,
        IReadOnlyList<int> epochs,
        IEnumerable<ChartSeries> series,
        Func<double, string> format,
        bool mayBeLog)
    {
        // Of very many epochs some are left out, never the last.
        int stride = ((epochs.Count - 1) / MostPoints) + 1;
        int[] kept = [.. Enumerable.Range(0, epochs.Count).Where(i => (epochs.Count - 1 - i) % stride == 0)];
        _title = title;
        _epochs = [.. kept.Select(i => epochs[i])];
        _series = [.. series.Select(line => line with { Values = [.. kept.Select(i => line.Values[i])] })];
        _format = format;
        _x = new ChartScale(_epochs.Select(epoch => (double)epoch), Left, Width - Right, ticks: 8);
        _y = new ChartScale(_series.SelectMany(line => line.Values), Height - Bottom, Top, mayBeLog);
    }

    public XElement ToElement() => Tag("figure", Class("chart"),
        Set("data-chart", Data()), Set("tabindex", "0"),
        Tag("figcaption",
            Tag("strong", _title),
            _y.IsLog ? Tag("span", Class("soft"), " log scale") : null,
            _series.Select(line => Tag("span", Class($"key {line.Style}"),
                Tag("i"), $"{line.Name} ", Tag("b", _format(line.Values[^1]))))),
        Svg("svg",
            Set("viewBox", $"0 0 {NumberText.Coordinate(Width)} {NumberText.Coordinate(Height)}"),
            Set("role", "img"), Set("aria-label", Describe()),
            Axes(),
            _series.SelectMany(Line),
            Svg("line", Class("guide"), Set("y1", Top), Set("y2", Height - Bottom))),
        Tag("output", Class("tip"), Set("hidden", "hidden")));

    private IEnumerable<XElement> Axes()
    {
        foreach (double tick in _y.Ticks)
        {
            double y = _y.Map(tick);
            yield return Svg("line", Class("grid"),
                Set("x1", Left), Set("x2", Width - Right), Set("y1", y), Set("y2", y));
            yield return Svg("text", Class("y"), Set("x", Left - 8), Set("y", y + 4), TickText(tick));
        }

        foreach (double tick in XTicks())
        {
            yield return Svg("text", Class("x"),
                Set("x", X(tick)), Set("y", Height - 10), NumberText.Grouped((long)tick));
        }
    }

    private double[] XTicks() => _epochs.Length == 1
        ? [_epochs[0]]
        :
        [
            _epochs[0],
            .. _x.Ticks.Where(tick => tick == Math.Floor(tick) && tick > _epochs[0] && tick <= _epochs[^1]),
        ];

    // From the first epoch to the last: no round number needs room beside them.
    private double X(double epoch) => _epochs.Length == 1
        ? (Left + Width - Right) / 2
        : Left + 6 + ((epoch - _epochs[0]) / (_epochs[^1] - _epochs[0]) * (Width - Right - Left - 12));

    private IEnumerable<XElement> Line(ChartSeries line)
    {
        var path = new StringBuilder();
        bool isOpen = false;
        var dots = new List<XElement>();
        for (int i = 0; i < _epochs.Length; i++)
        {
            double value = line.Values[i];
            if (!double.IsFinite(value))
            {
                isOpen = false;
                dots.Add(Svg("text", Class("lost"), Set("x", X(_epochs[i])), Set("y", Top + 6), "×",
                    Svg("title", $"epoch {NumberText.Integer(_epochs[i])}: {line.Name} {_format(value)}")));
                continue;
            }

            path.Append(isOpen ? 'L' : 'M')
                .Append(NumberText.Coordinate(X(_epochs[i]))).Append(' ').Append(NumberText.Coordinate(_y.Map(value)));
            isOpen = true;
            if (_epochs.Length <= MostDots)
            {
                dots.Add(Svg("circle", Set("cx", X(_epochs[i])), Set("cy", _y.Map(value)), Set("r", 2.6)));
            }
        }

        yield return Svg("g", Class($"line {line.Style}"), Svg("path", Set("d", path.ToString())), dots);
    }

    private string TickText(double tick) => _format(tick).EndsWith('%')
        ? $"{NumberText.Coordinate(tick * 100)} %"
        : NumberText.Short(tick);

    private string Describe() => $"{_title} over {NumberText.Integer(_epochs.Length)} epochs. "
        + string.Join(" ", _series.Select(line =>
            $"{line.Name}: from {_format(line.Values[0])} to {_format(line.Values[^1])}."));

    // What the script shows: the places of the epochs and the values as text.
    private string Data()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("width", Width);
            WriteStrings(json, "epochs", _epochs.Select(epoch => NumberText.Integer(epoch)));
            WriteStrings(json, "x", _epochs.Select(epoch => NumberText.Coordinate(X(epoch))));
            WriteStrings(json, "names", _series.Select(line => line.Name));
            json.WriteStartArray("values");
            foreach (ChartSeries line in _series)
            {
                json.WriteStringValue(string.Join('|', line.Values.Select(_format)));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
