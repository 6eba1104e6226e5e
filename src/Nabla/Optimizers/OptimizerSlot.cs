namespace Nabla;

/// <summary>A tensor that an optimizer keeps for a parameter, of the parameter's type.</summary>
/// <param name="Name">The end of its path, as in <c>0.weight.momentum</c>: lower case with underscores.</param>
/// <param name="InitialValue">What every element is before the first step.</param>
public sealed record OptimizerSlot(string Name, double InitialValue = 0)
{
    /// <summary>Its extents; without them those of the parameter.</summary>
    public Shape? Shape { get; init; }
}
