using System.Diagnostics.CodeAnalysis;
using Spectre.Console;

namespace Nabla.Benchmarks.Comparative;

/// <summary>Shows comparisons as they come in.</summary>
/// <param name="terminal">
/// Where the table goes: live on a terminal; line by line and then whole into a file or pipe.
/// </param>
public sealed class CompareTable(IAnsiConsole terminal)
{
    private const int PageWidth = 140; // of a file or pipe, whose width nobody knows

    private readonly CompareReport _report = new();
    private readonly Spectre.Console.Table _table = Columns(
        "workload", "", "Nabla", "best", "peer", "best", "of", "ratio", "target", "met");

    /// <summary>Measures the workloads one after another while the table fills.</summary>
    /// <param name="workloads">What to measure. Each is built when its turn comes and disposed after it.</param>
    /// <param name="rounds">How often Nabla and its peers take turns.</param>
    /// <returns>All that was found out.</returns>
    public CompareReport Fill(IReadOnlyList<(string Name, Func<Workload> Build)> workloads, int rounds)
    {
        ArgumentNullException.ThrowIfNull(workloads);
        if (terminal.Profile.Out.IsTerminal)
        {
            terminal.Live(_table).AutoClear(true).Cropping(VerticalOverflowCropping.Top)
                .Start(live => Fill(workloads, rounds, _ => live.Refresh()));
        }
        else
        {
            terminal.Profile.Width = PageWidth;
            terminal.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
            Fill(workloads, rounds, terminal.WriteLine);
        }

        terminal.Write(_table);
        foreach (string note in _report.Notes)
        {
            terminal.WriteLine(note);
        }

        return _report;
    }

    [SuppressMessage(
        "Design", "CA1031", Justification = "A workload that fails must not take the figures of the others with it.")]
    private void Fill(IReadOnlyList<(string Name, Func<Workload> Build)> workloads, int rounds, Action<string> progress)
    {
        foreach ((string name, Func<Workload> build) in workloads)
        {
            try
            {
                using Workload workload = build();
                foreach (Comparison row in Comparison.Of(workload, Math.Min(rounds, workload.MostRounds)))
                {
                    _report.Add(row);
                    _table.AddRow(Cells(row));
                    progress(Line(row));
                }

                _report.AddNote(workload.Name, workload.Note);
            }
            catch (Exception exception)
            {
                _report.AddFailure(name, exception);
                _table.AddRow(new Text(name), new Text("failed"));
                progress($"{name}: {exception.Message}");
            }
        }
    }

    private static Spectre.Console.Table Columns(params string[] headings)
    {
        Spectre.Console.Table table = new Spectre.Console.Table().Border(TableBorder.Simple);
        foreach (string heading in headings)
        {
            var column = new Spectre.Console.TableColumn(heading);
            table.AddColumn(heading is "workload" or "" or "of" or "met" ? column : column.RightAligned());
        }

        return table;
    }

    private static Markup[] Cells(Comparison row)
    {
        string color = row.IsWrongPeak || row.Reached == false ? "red" : row.Reached == true ? "green" : "default";
        string[] cells = CompareReport.Cells(row);
        return [.. cells.Select((cell, i) =>
            new Markup(i >= cells.Length - 3 ? $"[{color}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell)))];
    }

    private static string Line(Comparison row)
    {
        string[] cells = CompareReport.Cells(row);
        return $"{cells[0]}: {cells[2]} {cells[1]}, {row.PeerName} {cells[4]}, ratio {cells[7]}, met {cells[9]}";
    }
}
