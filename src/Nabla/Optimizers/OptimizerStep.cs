namespace Nabla;

/// <summary>What all parameters share in one step of an optimizer, as float64 scalars of the program.</summary>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Number">The number of this step; 1 is the first.</param>
public sealed record OptimizerStep(Tensor LearningRate, Tensor Number);
