namespace Nabla;

/// <summary>How a call of L-BFGS ended.</summary>
/// <param name="Loss">The loss where it ended.</param>
/// <param name="Iterations">The steps that were made.</param>
/// <param name="Evaluations">How often the loss and its gradient were computed.</param>
/// <param name="IsConverged">Whether a tolerance ended it, and not the number of iterations.</param>
public sealed record LbfgsResult(double Loss, int Iterations, int Evaluations, bool IsConverged);
