namespace Nabla;

/// <summary>The new values of a parameter and of what an optimizer keeps for it.</summary>
/// <param name="Parameter">The new parameter.</param>
/// <param name="Slots">The new slots, in the order of <see cref="Optimizer.SlotsOf"/>.</param>
public sealed record ParameterUpdate(Tensor Parameter, params IReadOnlyList<Tensor> Slots);
