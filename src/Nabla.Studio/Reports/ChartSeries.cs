namespace Nabla.Studio;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Style">Its class in the style sheet, which gives the colour.</param>
/// <param name="Values">One for each place on the x axis.</param>
internal sealed record ChartSeries(string Name, string Style, IReadOnlyList<double> Values);
