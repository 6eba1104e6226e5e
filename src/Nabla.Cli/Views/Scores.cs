namespace Nabla.Cli.Views;

/// <summary>How good a model is, by a few numbers; the first is the one to compare.</summary>
internal sealed record Scores(IReadOnlyList<(string Name, double Value)> Values)
{
    /// <summary>The number to compare: an accuracy, or a share of variance explained; higher is better.</summary>
    public double Main => Values[0].Value;

    /// <summary>A number as people read it.</summary>
    public static string Text(string name, double value) => name switch
    {
        "accuracy" => Format.Percent(value),
        "loss" or "R²" => Format.Loss(value),
        _ => $"{value:G5}",
    };

    public override string ToString() =>
        string.Join("   ", Values.Select(value => $"{value.Name} {Text(value.Name, value.Value)}"));
}
