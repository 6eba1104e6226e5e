namespace Nabla;

/// <summary>What an optimizer knows of the step that a parameter is about to take.</summary>
/// <param name="LearningRate">The learning rate, scaled by the parameter's groups: a float64 scalar.</param>
/// <param name="Number">The number of this step, a float64 scalar; 1 is the first.</param>
/// <param name="WeightDecay">The pull of this parameter towards zero, by its groups or the optimizer.</param>
public sealed record OptimizerStep(Tensor LearningRate, Tensor Number, double WeightDecay);
