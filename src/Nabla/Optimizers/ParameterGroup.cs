using System.IO.Enumeration;

namespace Nabla;

/// <summary>Parameters that an optimizer treats in a way of their own: another rate, another weight decay.</summary>
/// <remarks>
/// A parameter may belong to several groups. Each setting then comes from the last group that states it, as in a style
/// sheet: first the general, then the particular. Parameters that learn nothing at all belong to a layer whose
/// <see cref="Layer.Trainable"/> is false; that saves their gradients too.
/// </remarks>
/// <example><code>
/// var adam = new AdamW(1e-3)
/// {
///     Groups =
///     {
///         new ParameterGroup("backbone.*") { LearningRateScale = 0.1 },
///         new ParameterGroup("*.bias", "*.scale") { WeightDecay = 0 },
///     },
/// };
/// </code></example>
public sealed class ParameterGroup
{
    private readonly Func<Variable, bool> _contains;

    /// <summary>The parameters whose path fits one of some patterns.</summary>
    /// <param name="patterns">
    /// Paths in which <c>*</c> stands for any letters, dots too, and <c>?</c> for one: <c>*.bias</c>,
    /// <c>encoder.?.*</c>. Upper and lower case differ.
    /// </param>
    /// <exception cref="ArgumentException">There is no pattern, or one is empty.</exception>
    public ParameterGroup(params IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Count == 0 || patterns.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                "A group needs patterns that are not empty, such as \"*.bias\".", nameof(patterns));
        }

        Patterns = [.. patterns];
        _contains = parameter => Patterns.Any(
            pattern => FileSystemName.MatchesSimpleExpression(pattern, parameter.Name, ignoreCase: false));
    }

    /// <summary>The parameters for which a function says so.</summary>
    /// <param name="contains">Whether a parameter belongs to the group, by its name or shape.</param>
    public ParameterGroup(Func<Variable, bool> contains)
    {
        ArgumentNullException.ThrowIfNull(contains);
        Patterns = [];
        _contains = contains;
    }

    /// <summary>The patterns of paths; none where a function decides.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>What the optimizer's rate is multiplied by: 0 or more; null leaves it to other groups.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is negative or not finite.</exception>
    public double? LearningRateScale
    {
        get;
        init => field = Optimizer.NotNegative(value, nameof(LearningRateScale));
    }

    /// <summary>Replaces the optimizer's weight decay: 0 or more; null leaves it to other groups.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The decay is negative or not finite.</exception>
    public double? WeightDecay
    {
        get;
        init => field = Optimizer.NotNegative(value, nameof(WeightDecay));
    }

    /// <summary>
    /// Whether the group may be without parameters, as while the layers that it names are not trained; otherwise that
    /// is an error, because mostly the pattern is mistyped.
    /// </summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether a parameter belongs to the group.</summary>
    public bool Contains(Variable parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _contains(parameter);
    }

    /// <inheritdoc/>
    public override string ToString() => Patterns.Count == 0
        ? "ParameterGroup by a function"
        : $"ParameterGroup {string.Join(", ", Patterns.Select(pattern => $"'{pattern}'"))}";
}
