namespace Nabla.Cli.Views;

/// <summary>Scores of several models, one a line.</summary>
internal static class ScoreTable
{
    public static void Write(Terminal terminal, IReadOnlyList<(string Model, Scores Scores)> rows)
    {
        int first = rows.Max(row => row.Model.Length);
        string[] names = [.. rows[0].Scores.Values.Select(value => value.Name)];
        const int Width = 12;
        terminal.WriteLine(new string(' ', first) + string.Concat(names.Select(name => name.PadLeft(Width))));
        foreach ((string model, Scores scores) in rows)
        {
            terminal.WriteLine(model.PadRight(first) + string.Concat(
                scores.Values.Select(value => Scores.Text(value.Name, value.Value).PadLeft(Width))));
        }
    }
}
