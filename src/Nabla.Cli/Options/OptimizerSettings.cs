namespace Nabla.Cli.Options;

/// <summary>How a network learns.</summary>
/// <param name="Kind">The method.</param>
/// <param name="Rate">The learning rate, at its peak if it changes.</param>
/// <param name="Momentum">How much of the last step goes into the next one.</param>
/// <param name="WeightDecay">The pull of weights towards zero.</param>
/// <param name="ScheduleName">How the rate changes, as users type it.</param>
internal sealed record OptimizerSettings(
    OptimizerKind Kind, double Rate, double Momentum, double WeightDecay, string ScheduleName)
{
    public const string OneCycle = "one-cycle";
    public const string Cosine = "cosine";
    public const string Constant = "constant";

    /// <summary>How the rate changes; null where it does not.</summary>
    public LearningRateSchedule? CreateSchedule() => ScheduleName switch
    {
        OneCycle => new OneCycle(Rate),
        Cosine => new CosineDecay(Rate),
        _ => null,
    };

    public Optimizer CreateOptimizer() => Kind.Create(Rate, Momentum, WeightDecay);

    public override string ToString() => $"{Kind.Name}, rate {Rate} {ScheduleName}";
}
