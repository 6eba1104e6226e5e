using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla.Benchmarks.Comparative;

/// <summary>What a comparison has found out, and its forms as files.</summary>
public sealed class CompareReport
{
    private const string Headings = "| workload | unit | Nabla | best | peer | best | of | ratio | target | met |";
    private const string Alignment = "|---|---|--:|--:|--:|--:|---|--:|--:|---|";

    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly List<Comparison> _rows = [];
    private readonly List<string> _notes = [];

    /// <summary>What the numbers alone do not say, a line each; failures as well.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Whether something could not be measured, or was measured against a peak that is none.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(Comparison row)
    {
        ArgumentNullException.ThrowIfNull(row);
        _rows.Add(row);
        if (row.IsWrongPeak)
        {
            IsBroken = true;
            AddNote(row.Workload, $"somebody beats the {row.PeerName}, so it was measured wrongly");
        }
    }

    /// <summary>Adds what a workload has to say, if it has.</summary>
    public void AddNote(string workload, string? note)
    {
        if (note is not null)
        {
            _notes.Add($"{workload}: {note}");
        }
    }

    /// <summary>Adds a workload that could not be measured.</summary>
    public void AddFailure(string workload, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        IsBroken = true;
        string place = exception.StackTrace?.Split('\n')[0].Trim() ?? "";
        _notes.Add($"{workload} FAILED: {exception.GetType().Name}: {exception.Message} {place}");
    }

    /// <summary>Writes the rows as a JSON list.</summary>
    /// <param name="file">The file; one that exists is replaced.</param>
    public void WriteJson(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_rows, _json) + "\n");

    /// <summary>Writes facts, table and notes for people.</summary>
    /// <param name="file">The file; one that exists is replaced.</param>
    /// <param name="facts">What stands above the table.</param>
    public void WriteMarkdown(string file, IEnumerable<string> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var page = new StringBuilder("# Comparison\n\n");
        page.AppendJoin("", facts.Select(fact => $"- {fact}\n")).Append('\n');
        page.Append(Headings).Append('\n').Append(Alignment).Append('\n');
        page.AppendJoin("", _rows.Select(row => $"| {string.Join(" | ", Cells(row))} |\n"));
        page.Append(_notes.Count > 0 ? "\n" : "").AppendJoin("", _notes.Select(note => $"- {note}\n"));
        File.WriteAllText(file, page.ToString());
    }

    /// <summary>A row in words, in the order of the headings.</summary>
    internal static string[] Cells(Comparison row) =>
    [
        row.Workload,
        row.Unit,
        Number(row.Nabla),
        Number(row.NablaBest),
        row.Peer is { } peer ? Number(peer) : "missing",
        row.PeerBest is { } best ? Number(best) : "",
        row.PeerName,
        row.Ratio is { } ratio ? $"{ratio:F2}" : "",
        row.Target is { } target ? $"≥ {target:0.##}" : "",
        row.IsWrongPeak ? "WRONG PEAK" : row.Reached switch { true => "yes", false => "no", null => "" },
    ];

    // Three figures are what the noise of a shared machine leaves of a measurement.
    private static string Number(double value) =>
        Math.Abs(value) switch
        {
            >= 100 => $"{value:F0}",
            >= 10 => $"{value:F1}",
            >= 0.1 or 0 => $"{value:0.##}",
            >= 0.001 => $"{value:0.####}",
            _ => $"{value:0.#E+0}",
        };
}
