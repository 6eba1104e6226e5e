namespace Nabla;

/// <summary>What a search for a learning rate saw.</summary>
/// <param name="Rates">The rates that were tried, from small to large.</param>
/// <param name="Losses">The smoothed loss at each.</param>
/// <param name="Suggestion">
/// The rate at which the loss fell fastest; NaN when it fell nowhere.
/// </param>
public sealed record RateTrial(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, double Suggestion);
