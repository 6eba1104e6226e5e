namespace Nabla.Cli.Options;

/// <summary>A method of learning and the numbers that serve it well on small networks, with one-cycle rates.</summary>
/// <param name="Name">As users type it.</param>
/// <param name="Rate">The learning rate, at its peak.</param>
/// <param name="Momentum">
/// How much of the last step goes into the next one; null where the method has no such number.
/// </param>
/// <param name="WeightDecay">The pull of weights towards zero; null where the method has no such number.</param>
/// <param name="Create">Makes the optimizer of a rate, a momentum and a weight decay.</param>
internal sealed record OptimizerKind(
    string Name, double Rate, double? Momentum, double? WeightDecay, Func<double, double, double, Optimizer> Create)
{
    /// <summary>The methods there are; the first is the default.</summary>
    /// <remarks>
    /// Chosen on MNIST for a wide and a narrow network alike, over four seeds each: 784-128-10 with ReLU reaches 98.3
    /// to 98.4 %, 784-16-16-10 with sigmoid 95.7 to 95.9 %. The narrow one wants higher rates, the wide one lower.
    /// </remarks>
    public static IReadOnlyList<OptimizerKind> All { get; } =
    [
        new("adamw", 0.012, Momentum: null, WeightDecay: 0.05, (rate, _, decay) => new AdamW(rate, decay)),
        new("adam", 0.01, Momentum: null, WeightDecay: null, (rate, _, _) => new Adam(rate)),
        new("rmsprop", 0.005, Momentum: 0, WeightDecay: null,
            (rate, momentum, _) => new RmsProp(rate, decay: 0.9, momentum: momentum)),
        new("sgd", 0.1, Momentum: 0.9, WeightDecay: 0,
            (rate, momentum, decay) => new Sgd(rate, momentum, nesterov: momentum > 0, decay)),
    ];

    /// <summary>The methods for tables and folders of images, which are smaller; the first is the default.</summary>
    /// <remarks>
    /// Chosen by cross-validation of small tables: lower rates, and a decay that keeps a network of more weights
    /// than rows from learning the rows by heart.
    /// </remarks>
    public static IReadOnlyList<OptimizerKind> ForData { get; } =
    [
        All[0] with { Rate = 0.003, WeightDecay = 0.5 },
        All[1] with { Rate = 0.003 },
        All[2] with { Rate = 0.001 },
        All[3] with { Rate = 0.03, WeightDecay = 0.001 },
    ];

    /// <summary>The methods for four questions, which take large steps; the first is the default.</summary>
    public static IReadOnlyList<OptimizerKind> ForXor { get; } =
        [All[1] with { Rate = 0.05 }, All[0] with { Rate = 0.05, WeightDecay = 0 }, All[2], All[3] with { Rate = 0.3 }];

    /// <summary>The methods that have a certain number, with its default, for descriptions of options.</summary>
    public static string Defaults(IReadOnlyList<OptimizerKind> kinds, Func<OptimizerKind, double?> number) =>
        string.Join(
            ", ", kinds.Where(kind => number(kind) is not null).Select(kind => $"{number(kind)} for {kind.Name}"));
}
